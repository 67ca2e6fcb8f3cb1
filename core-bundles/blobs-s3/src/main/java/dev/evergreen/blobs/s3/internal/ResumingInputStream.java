package dev.evergreen.blobs.s3.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.Abortable;

/**
 * A stream of known length that is opened again where it broke off. An end that comes too early is such a break too: the
 * platform's HTTP client does not tell one from the other.
 */
final class ResumingInputStream extends InputStream {
    private static final int MOST_BREAKS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final LongFunction<InputStream> opener;
    private final long length;
    private final String what;
    private @Nullable InputStream current;
    private long position;
    private int breaks;

    /** @param opener opens the rest from a position on; the first opening happens at once */
    ResumingInputStream(LongFunction<InputStream> opener, long length, String what) {
        this.opener = opener;
        this.length = length;
        this.what = what;
        this.current = length == 0 ? null : opener.apply(0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        while (position < length) {
            try {
                int read = stream().read(buffer, offset, (int) Math.min(count, length - position));
                if (read > 0) {
                    position += read;
                    return read;
                }
                broken(new IOException("it ended after " + position + " of " + length + " bytes"));
            } catch (IOException e) {
                broken(e);
            }
        }
        return -1;
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        InputStream open = current;
        current = null;
        if (open == null) {
            return;
        }
        if (position < length && open instanceof Abortable abortable) {
            // Closing would first read what is left.
            abortable.abort();
        } else {
            open.close();
        }
    }

    private InputStream stream() {
        InputStream open = current;
        if (open == null) {
            open = opener.apply(position);
            current = open;
        }
        return open;
    }

    private void broken(IOException cause) throws IOException {
        if (current instanceof Abortable abortable) {
            abortable.abort();
        }
        current = null;
        if (++breaks > MOST_BREAKS || Thread.currentThread().isInterrupted()) {
            throw new IOException(
                    "Cannot " + what + ": the connection broke " + breaks + " times, lastly because "
                            + cause.getMessage(),
                    cause);
        }
        long most = Math.min(LONGEST_PAUSE.toNanos(), FIRST_PAUSE.toNanos() << breaks);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
    }
}
