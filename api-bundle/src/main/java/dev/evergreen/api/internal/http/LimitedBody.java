package dev.evergreen.api.internal.http;

import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;

/** A body that is passed on as it comes, and refused where it exceeds its limit. */
final class LimitedBody extends FilterInputStream {
    private final Context context;
    private final Limit limit;
    private long read;

    LimitedBody(Context context, Limit limit) {
        super(context.bodyInputStream());
        this.context = context;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > limit.bytes()) {
            throw Bodies.tooLarge(context, limit, "more");
        }
    }
}
