package dev.evergreen.api.internal.http;

import io.javalin.http.Context;

/** Headers that every answer carries. */
public final class SecurityHeaders {
    private static final String STUDIO_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob: data:",
            "media-src 'self' blob:",
            "font-src 'self'",
            "connect-src 'self' ws://%1$s",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    private static final String NOTHING_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /** For files that people uploaded: even opened as a page of their own they can do nothing. */
    private static final String FILE_POLICY =
            "default-src 'none'; media-src 'self'; img-src 'self'; sandbox; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void put(Context context) {
        context.header("X-API-Version", Exchange.VERSION);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        context.header("Content-Security-Policy", NOTHING_POLICY);
        context.header("Cache-Control", "no-store");
    }

    /** Lets a page of the studio load what belongs to it, and nothing else. */
    public static void forStudio(Context context) {
        context.header("Content-Security-Policy", String.format(STUDIO_POLICY, context.header("Host")));
    }

    public static void forFile(Context context) {
        context.header("Content-Security-Policy", FILE_POLICY);
    }
}
