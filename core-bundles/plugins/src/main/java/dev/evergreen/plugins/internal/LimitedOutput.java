package dev.evergreen.plugins.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Refuses to take more than a number of bytes. */
final class LimitedOutput extends FilterOutputStream {
    private final long limit;
    private final String fileName;
    private long written;

    LimitedOutput(OutputStream out, long limit, String fileName) {
        super(out);
        this.limit = limit;
        this.fileName = fileName;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        count(length);
        out.write(bytes, offset, length);
    }

    @Override
    public void write(int value) throws IOException {
        count(1);
        out.write(value);
    }

    private void count(int length) {
        written += length;
        if (written > limit) {
            throw new ProblemException(
                    Problem.Kind.TOO_LARGE,
                    "plugin",
                    fileName + " is larger than " + limit + " bytes, the limit maximumBytes in dev.evergreen.plugins.");
        }
    }
}
