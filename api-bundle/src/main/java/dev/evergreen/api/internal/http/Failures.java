package dev.evergreen.api.internal.http;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.storage.StorageException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what is thrown into answers; only what no caller can mend is logged. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String RETRY_SECONDS = "5";
    private static final String INTERNAL =
            "Something went wrong inside the node. Its log has the details under the correlation id in meta.";

    private final Clock clock;

    public Failures(Clock clock) {
        this.clock = clock;
    }

    public void addTo(JavalinConfig config) {
        config.routes.exception(ProblemException.class, this::problem);
        config.routes.exception(Refusal.class, this::refusal);
        config.routes.exception(StorageException.class, this::storage);
        config.routes.exception(HttpResponseException.class, this::server);
        config.routes.exception(Exception.class, this::defect);
        config.router.javaLangErrorHandler((response, error) -> {
            LOG.error("An error of the Java machine ended a request", error);
            response.setStatus(500);
            response.setContentType("application/json");
            send(
                    response,
                    new Envelope(
                            null,
                            new Envelope.Meta(clock.instant(), Exchange.VERSION, "", Optional.empty()),
                            List.of(new Envelope.Fault("internal", "", INTERNAL))));
        });
    }

    private void problem(ProblemException e, Context context) {
        int status = status(e.kind());
        if (status == 503) {
            context.header("Retry-After", RETRY_SECONDS);
        }
        List<Envelope.Fault> faults = e.problems().stream()
                .map(problem -> new Envelope.Fault(code(problem.kind()), problem.field(), problem.message()))
                .toList();
        Envelopes.refuse(context, clock, status, faults);
    }

    static int status(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA -> 415;
            case UNAVAILABLE -> 503;
            case EXHAUSTED -> 507;
        };
    }

    private static String code(Problem.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void refusal(Refusal e, Context context) {
        e.headers().forEach(context::header);
        refuse(context, e.status(), e.code(), e.field(), String.valueOf(e.getMessage()));
    }

    private void storage(StorageException e, Context context) {
        Problem.Kind kind = switch (e.kind()) {
            case NOT_FOUND -> Problem.Kind.NOT_FOUND;
            case FULL, READ_ONLY -> Problem.Kind.EXHAUSTED;
            case CORRUPT, IN_USE, MISCONFIGURED, UNAVAILABLE -> Problem.Kind.UNAVAILABLE;
        };
        problem(new ProblemException(List.of(new Problem(kind, "", String.valueOf(e.getMessage()))), e), context);
    }

    private void server(HttpResponseException e, Context context) {
        int status = e.getStatus();
        switch (status) {
            case 404 ->
                refuse(
                        context,
                        status,
                        "not_found",
                        "",
                        "There is nothing at " + context.path() + "; /openapi.yaml lists what there is.");
            case 405 ->
                refuse(
                        context,
                        status,
                        "method_not_allowed",
                        "",
                        context.path() + " does not take " + context.method().name()
                                + "; /openapi.yaml lists what it takes.");
            case 413 -> refuse(context, status, "too_large", "body", "The body is too large; send less at once.");
            default ->
                refuse(context, status, status < 500 ? "invalid" : "internal", "", String.valueOf(e.getMessage()));
        }
    }

    private void defect(Exception e, Context context) {
        LOG.error("{} {} failed", context.method().name(), context.path(), e);
        refuse(context, 500, "internal", "", INTERNAL);
    }

    private static void send(HttpServletResponse response, Envelope envelope) {
        try {
            response.getOutputStream().write(ApiJson.write(envelope));
        } catch (IOException e) {
            LOG.debug("Nobody waits for the answer any more", e);
        }
    }

    private void refuse(Context context, int status, String code, String field, String message) {
        Envelopes.refuse(context, clock, status, List.of(new Envelope.Fault(code, field, message)));
    }
}
