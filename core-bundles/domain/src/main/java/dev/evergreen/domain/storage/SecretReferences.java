package dev.evergreen.domain.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Passwords and keys in configuration files are references to where they are: {@code env:NAME} or {@code file:PATH}. */
public final class SecretReferences {
    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";

    private SecretReferences() {}

    /**
     * The secret itself; empty for an empty reference.
     *
     * @param what is referred to, for the message: {@code "The database password"}
     * @param place where the reference stands: {@code "password in etc/dev.evergreen.database.cfg"}
     * @param environment gives the value of a variable, null when it is not set
     * @throws StorageException MISCONFIGURED when it is no reference or leads nowhere
     */
    public static String resolve(
            String what, String place, String reference, UnaryOperator<@Nullable String> environment) {
        String stripped = reference.strip();
        if (stripped.isEmpty()) {
            return "";
        }
        if (stripped.startsWith(ENVIRONMENT)) {
            String value = environment.apply(stripped.substring(ENVIRONMENT.length()));
            if (value == null) {
                throw misconfigured(
                        what + " is to come from " + stripped + ", but that environment variable is not set", null);
            }
            return value;
        }
        if (stripped.startsWith(FILE)) {
            Path file = Path.of(stripped.substring(FILE.length()));
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw misconfigured(what + " cannot be read from " + file + ": " + e, e);
            }
        }
        throw misconfigured(place + " must be a reference, env:NAME or file:PATH, not the secret itself", null);
    }

    private static StorageException misconfigured(String message, @Nullable Throwable cause) {
        return new StorageException(StorageException.Kind.MISCONFIGURED, message, cause);
    }
}
