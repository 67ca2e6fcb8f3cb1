package dev.evergreen.projects.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies a stream into a file, up to a limit. */
final class FileCopy {
    private static final int BUFFER = 1 << 16;
    private static final long MEGABYTE = 1_000_000;

    private FileCopy() {}

    static void copy(InputStream content, Path file, long maximum, String name) throws IOException {
        long copied = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                copied += read;
                if (copied > maximum) {
                    throw new ProblemException(
                            Problem.Kind.TOO_LARGE,
                            "file",
                            "The file " + name + " is larger than the limit of " + maximum / MEGABYTE
                                    + " MB; give a smaller one, or raise maximum.megabytes in dev.evergreen.uploads.");
                }
                out.write(buffer, 0, read);
            }
        }
        if (copied == 0) {
            throw new ProblemException(
                    Problem.Kind.INVALID, "file", "The file " + name + " is empty; choose one with content.");
        }
    }
}
