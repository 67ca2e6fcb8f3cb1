package dev.evergreen.persistence.internal.plugins;

import dev.evergreen.domain.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Where the key comes from that seals secrets: the environment, so that nodes can share it, else the data folder. */
final class SecretKeys {
    private static final int KEY_BYTES = 32;

    private SecretKeys() {}

    /**
     * @param environment gives {@code EVERGREEN_SECRET_KEY} (32 bytes in base64) or {@code EVERGREEN_SECRET_KEY_FILE} (a path)
     * @param dataFolder gets the file {@code secret.key} with a random key, readable by its owner only, when neither is set
     */
    static SecretKey find(UnaryOperator<@Nullable String> environment, Path dataFolder) {
        String given = environment.apply("EVERGREEN_SECRET_KEY");
        if (given != null && !given.isBlank()) {
            return decode(given, "EVERGREEN_SECRET_KEY");
        }
        String file = environment.apply("EVERGREEN_SECRET_KEY_FILE");
        try {
            if (file != null && !file.isBlank()) {
                return decode(Files.readString(Path.of(file.strip())), file.strip());
            }
            Path own = dataFolder.resolve("secret.key");
            if (!Files.exists(own)) {
                write(own);
            }
            return decode(Files.readString(own), own.toString());
        } catch (IOException e) {
            throw new StorageException(
                    StorageException.Kind.MISCONFIGURED, "The key that seals secrets cannot be read: " + e, e);
        }
    }

    private static void write(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path unfinished = file.resolveSibling("secret.key.new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, Base64.getEncoder().encodeToString(key));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static SecretKey decode(String text, String source) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == KEY_BYTES) {
                return new SecretKeySpec(key, "AES");
            }
        } catch (IllegalArgumentException e) {
            throw wrong(source, e);
        }
        throw wrong(source, null);
    }

    private static StorageException wrong(String source, @Nullable Exception cause) {
        return new StorageException(
                StorageException.Kind.MISCONFIGURED,
                "The key in " + source + " must be 32 bytes in base64 (openssl rand -base64 32)",
                cause);
    }
}
