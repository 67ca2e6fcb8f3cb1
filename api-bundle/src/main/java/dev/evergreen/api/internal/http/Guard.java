package dev.evergreen.api.internal.http;

import dev.evergreen.domain.telemetry.Correlation;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every call of a node that has no sign-in yet. Any page in a browser can reach loopback, so:
 *
 * <ul>
 *   <li>{@code Host} must name loopback and this port, or a page could rebind its own name to 127.0.0.1;
 *   <li>{@code Origin}, where there is one, must be this node;
 *   <li>what changes something needs the start token, which no page of another origin can read.
 * </ul>
 */
public final class Guard {
    /** Carries the start token. */
    public static final String TOKEN_HEADER = "X-Evergreen-Token";

    private static final String CORRELATION_HEADER = "X-Correlation-Id";
    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final String SCOPE = "evergreen.correlation.scope";
    private static final String ID = "evergreen.correlation.id";

    private final String token;
    private final IntSupplier port;

    /** @param port where the server listens, once it does */
    public Guard(String token, IntSupplier port) {
        this.token = token;
        this.port = port;
    }

    public void addTo(JavalinConfig config) {
        config.routes.before(context -> {
            openCorrelation(context);
            SecurityHeaders.put(context);
            check(context);
        });
        config.routes.after(Guard::closeCorrelation);
        config.routes.wsBeforeUpgrade(context -> {
            checkHost(context);
            checkOrigin(context);
            if (context.header("Origin") == null && context.header("Sec-Fetch-Site") != null) {
                throw foreign("a page without an origin");
            }
            requireToken(context.queryParam("token"), "token");
        });
    }

    private void check(Context context) {
        checkHost(context);
        checkOrigin(context);
        if (!SAFE_METHODS.contains(context.method().name())) {
            String site = context.header("Sec-Fetch-Site");
            if (site != null && !OWN_SITES.contains(site)) {
                throw foreign("a page of another site");
            }
            requireToken(context.header(TOKEN_HEADER), TOKEN_HEADER);
        }
    }

    private void checkHost(Context context) {
        String host = context.header("Host");
        if (host == null || !own(host)) {
            throw new Refusal(
                    403,
                    "host_refused",
                    "Host",
                    "Host is '" + host + "', but this node answers to 127.0.0.1:" + port.getAsInt() + " and localhost:"
                            + port.getAsInt() + " only.");
        }
    }

    private boolean own(String host) {
        String suffix = ":" + port.getAsInt();
        return host.equals("127.0.0.1" + suffix) || host.equals("localhost" + suffix) || host.equals("[::1]" + suffix);
    }

    private void checkOrigin(Context context) {
        String origin = context.header("Origin");
        if (origin != null && !origin.equals("http://" + context.header("Host"))) {
            throw foreign("'" + origin + "'");
        }
    }

    private static Refusal foreign(String who) {
        return new Refusal(
                403,
                "origin_refused",
                "Origin",
                "The call comes from " + who + "; only pages of this node may call it from a browser.");
    }

    private void requireToken(@Nullable String given, String field) {
        boolean right = given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        if (!right) {
            throw new Refusal(
                    403,
                    "token_required",
                    field,
                    (given == null ? "The call has no start token" : "The start token is not this node's")
                            + "; it is in run/node.json of the data folder and changes with every start.");
        }
    }

    /** Whether the call comes from a page of this node, as its browser says; pages cannot forge that. */
    public static void requireOwnPage(Context context) {
        if (!"same-origin".equals(context.header("Sec-Fetch-Site"))) {
            throw new Refusal(
                    403,
                    "origin_refused",
                    "Sec-Fetch-Site",
                    "Only pages of this node get the start token here; programs read it from run/node.json of the data folder.");
        }
    }

    private static void openCorrelation(Context context) {
        String id = Optional.ofNullable(context.header(CORRELATION_HEADER))
                .filter(given -> CORRELATION.matcher(given).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        context.attribute(ID, id);
        context.attribute(SCOPE, Correlation.open(id));
        context.header(CORRELATION_HEADER, id);
    }

    /** The id of the call, as it stands in the log. */
    static String correlationId(Context context) {
        return Objects.requireNonNullElse(context.attribute(ID), "");
    }

    private static void closeCorrelation(Context context) {
        Correlation.Scope scope = context.attribute(SCOPE);
        if (scope != null) {
            scope.close();
        }
    }
}
