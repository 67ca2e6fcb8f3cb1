package dev.evergreen.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A jar that is being looked at, in a file of its own that goes away when it is closed. */
final class IncomingJar implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingJar.class);

    private final Path file;

    private IncomingJar(Path file) {
        this.file = file;
    }

    /**
     * Copies the jar into the folder.
     *
     * @throws dev.evergreen.domain.ProblemException when it is empty or larger than the limit
     */
    static IncomingJar take(InputStream jar, String fileName, Path folder, long maximumBytes) {
        IncomingJar incoming = null;
        boolean whole = false;
        try {
            incoming = new IncomingJar(Files.createTempFile(folder, "plugin", ".jar"));
            try (var output = Files.newOutputStream(incoming.file)) {
                if (jar.transferTo(new LimitedOutput(output, maximumBytes, fileName)) == 0) {
                    throw PluginVerifier.refused(fileName, "is empty; give the bundle that the plugin's build made");
                }
            }
            whole = true;
            return incoming;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take in the plugin " + fileName, e);
        } finally {
            if (!whole && incoming != null) {
                incoming.close();
            }
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("cannot delete {}", file, e);
        }
    }
}
