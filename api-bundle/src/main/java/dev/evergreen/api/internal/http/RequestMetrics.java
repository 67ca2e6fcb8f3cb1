package dev.evergreen.api.internal.http;

import dev.evergreen.domain.telemetry.Meter;
import dev.evergreen.domain.telemetry.Metrics;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;

/** Counts and times calls by their kind. */
public final class RequestMetrics {
    /** Attribute of a call that has a route: its path with names for what varies. */
    static final String ROUTE = "evergreen.route";

    private static final String STARTED = "evergreen.started";

    private final Engine engine;

    public RequestMetrics(Engine engine) {
        this.engine = engine;
    }

    public void addTo(JavalinConfig config) {
        config.routes.before(context -> context.attribute(STARTED, System.nanoTime()));
        config.routes.after(this::record);
    }

    private void record(Context context) {
        Long started = context.attribute(STARTED);
        if (started != null) {
            Duration duration = Duration.ofNanos(System.nanoTime() - started);
            engine.find(Metrics.class)
                    .ifPresent(metrics -> metrics.timer(meter(context)).record(duration));
        }
    }

    private static Meter meter(Context context) {
        return new Meter(
                "evergreen_http_request",
                "Time to answer calls of the HTTP API",
                Map.of(
                        "method",
                        context.method().name(),
                        "route",
                        route(context),
                        "status",
                        context.statusCode() / 100 + "xx"));
    }

    /** One word for everything that has no route, or a stranger's guesses would become series. */
    private static String route(Context context) {
        String route = context.attribute(ROUTE);
        return route == null ? "none" : route;
    }
}
