package dev.evergreen.persistence.internal.connection;

import dev.evergreen.domain.storage.DatabaseEndpoint;
import dev.evergreen.domain.storage.SecretReferences;
import dev.evergreen.domain.storage.StorageException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The configuration with the environment applied.
 *
 * @param endpoint the server to use; empty for the embedded one
 * @param poolSize the most connections
 */
record DatabaseSettings(Optional<DatabaseEndpoint> endpoint, int poolSize) {
    private static final String FILE = "etc/dev.evergreen.database.cfg";
    private static final int LEAST_CONNECTIONS = 4;
    private static final int MOST_CONNECTIONS = 500;

    DatabaseSettings {
        if (poolSize < LEAST_CONNECTIONS || poolSize > MOST_CONNECTIONS) {
            throw misconfigured("pool.size=" + poolSize + " in " + FILE + " must be " + LEAST_CONNECTIONS + " to "
                    + MOST_CONNECTIONS);
        }
    }

    /**
     * @param environment gives the value of a variable, null when it is not set
     * @throws StorageException MISCONFIGURED naming the key that cannot be used
     */
    static DatabaseSettings of(DatabaseConfiguration configuration, UnaryOperator<@Nullable String> environment) {
        String url = either(environment.apply("EVERGREEN_DATABASE_URL"), configuration.url());
        int poolSize = poolSize(environment.apply("EVERGREEN_DATABASE_POOL_SIZE"), configuration.pool_size());
        if (url.isEmpty()) {
            return new DatabaseSettings(Optional.empty(), poolSize);
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw misconfigured("The database URL '" + url + "' does not begin with jdbc:postgresql:; correct url in "
                    + FILE + " or EVERGREEN_DATABASE_URL");
        }
        String user = either(environment.apply("EVERGREEN_DATABASE_USER"), configuration.user());
        return new DatabaseSettings(
                Optional.of(new DatabaseEndpoint(url, user, password(configuration, environment))), poolSize);
    }

    private static String password(DatabaseConfiguration configuration, UnaryOperator<@Nullable String> environment) {
        String given = environment.apply("EVERGREEN_DATABASE_PASSWORD");
        if (given != null && !given.isEmpty()) {
            return given;
        }
        String file = environment.apply("EVERGREEN_DATABASE_PASSWORD_FILE");
        String reference =
                file == null || file.isBlank() ? configuration.password().strip() : "file:" + file.strip();
        return SecretReferences.resolve("The database password", "password in " + FILE, reference, environment);
    }

    private static int poolSize(@Nullable String given, int configured) {
        if (given == null || given.isBlank()) {
            return configured;
        }
        try {
            return Integer.parseInt(given.strip());
        } catch (NumberFormatException e) {
            throw new StorageException(
                    StorageException.Kind.MISCONFIGURED,
                    "EVERGREEN_DATABASE_POOL_SIZE is no number: '" + given + "'",
                    e);
        }
    }

    private static String either(@Nullable String given, String configured) {
        return given == null || given.isBlank() ? configured.strip() : given.strip();
    }

    private static StorageException misconfigured(String message) {
        return new StorageException(StorageException.Kind.MISCONFIGURED, message);
    }
}
