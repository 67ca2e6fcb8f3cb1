package dev.evergreen.media;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/** Where the bytes behind a digest lie. Called from several threads. */
@ConsumerType
@FunctionalInterface
public interface BlobReader {
    /**
     * @param digest {@code sha256:} and 64 hexadecimal digits
     * @return a file that stays and does not change while the film is rendered
     * @throws IOException where there is none, saying so
     */
    Path path(String digest) throws IOException;
}
