package dev.evergreen.api.internal.http;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads request bodies up to their limits; a body that says it is larger is refused before any of it is read. */
final class Bodies {
    private static final int BUFFER = 1 << 14;
    private static final long MEGABYTE = 1_000_000;

    private Bodies() {}

    static void refuseLargerThan(Context context, Limit limit) {
        long announced = context.req().getContentLengthLong();
        if (announced > limit.bytes()) {
            throw tooLarge(context, limit, announced / MEGABYTE + " MB");
        }
    }

    /** The body as it comes, refused once it exceeds the limit. */
    static InputStream stream(Context context, Limit limit) {
        refuseLargerThan(context, limit);
        return new LimitedBody(context, limit);
    }

    static byte[] read(Context context, Limit limit) throws IOException {
        refuseLargerThan(context, limit);
        return read(context, context.bodyInputStream(), limit);
    }

    static byte[] read(Context context, InputStream content, Limit limit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            if (bytes.size() + (long) read > limit.bytes()) {
                throw tooLarge(context, limit, "more");
            }
            bytes.write(buffer, 0, read);
        }
        return bytes.toByteArray();
    }

    static ProblemException tooLarge(Context context, Limit limit, String size) {
        // What follows on this connection is the rest of the body; nobody will read it.
        context.header("Connection", "close");
        return new ProblemException(
                Problem.Kind.TOO_LARGE,
                limit.what(),
                "The " + limit.what() + " is too large: it has " + size + ", the limit is " + megabytes(limit.bytes())
                        + " MB. " + limit.remedy());
    }

    private static String megabytes(long bytes) {
        return bytes % MEGABYTE == 0
                ? String.valueOf(bytes / MEGABYTE)
                : String.format("%.1f", bytes / (double) MEGABYTE);
    }
}
