package dev.evergreen.persistence.embedded.internal;

import dev.evergreen.domain.storage.StorageException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files the server's programs write to. They are files, not pipes to this process, because the server outlives a killed
 * node and would die of a broken pipe.
 */
final class LogFile {
    private static final int TAIL_BYTES = 16 * 1024;
    private static final long ROTATE_BYTES = 8L * 1024 * 1024;

    private LogFile() {}

    /** The last lines of a file, joined; empty when there is none. */
    static String tail(Path file, int lines) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (var channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            byte[] end = Channels.newInputStream(channel).readAllBytes();
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return String.join(" | ", all.subList(Math.max(0, all.size() - lines), all.size()));
        }
    }

    /** Tells a lack of space, which a person can mend, from all else. */
    static StorageException failure(String beginning, String said, @Nullable Exception cause) {
        return said.contains("No space left")
                ? new StorageException(
                        StorageException.Kind.FULL,
                        beginning + said + "; make room, or name another data folder (EVERGREEN_DATA)",
                        cause)
                : new StorageException(StorageException.Kind.UNAVAILABLE, beginning + said, cause);
    }

    /** Keeps one older file beside the current one, so that the log never grows without bound over restarts. */
    static void rotate(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > ROTATE_BYTES) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
