package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.spi.provider.MediaFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Requests that ask for the same have the same digest, wherever their files lie and whoever would serve them. */
final class CanonicalRequest {
    private static final int BUFFER = 1 << 16;

    private CanonicalRequest() {}

    /** 64 hexadecimal digits: SHA-256 of the capability and the request as JSON, files by their content. */
    static String digest(Class<?> capability, Object request) {
        Object canonical = MediaFiles.map(
                request, file -> new MediaFile(Path.of("/", contentDigest(file.path())), file.mediaType()));
        MessageDigest digest = sha256();
        digest.update((capability.getName() + "\n" + Json.write(canonical)).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String contentDigest(Path file) {
        MessageDigest digest = sha256();
        try (InputStream content = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the request's file " + file, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
