package dev.evergreen.cache.redis.internal;

import dev.evergreen.domain.storage.SecretReferences;
import dev.evergreen.domain.storage.StorageException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The configuration, checked.
 *
 * @param user the name for ACL; empty for the default user
 * @param password empty when the server asks for none
 * @param tls whether the connection is encrypted
 * @param certificates trusted certificates; empty for Java's own
 */
record RedisSettings(
        String host,
        int port,
        int database,
        String user,
        String password,
        boolean tls,
        Optional<Path> certificates,
        String prefix,
        int connections,
        int timeoutMillis) {
    private static final String FILE = "etc/dev.evergreen.cache.redis.cfg";
    private static final int DEFAULT_PORT = 6379;

    RedisSettings {
        requireRange("connections", connections, 2, 200);
        requireRange("timeout.millis", timeoutMillis, 50, 60_000);
        if (!prefix.matches("[A-Za-z0-9_.:-]{1,64}")) {
            throw misconfigured("prefix = " + prefix + " in " + FILE
                    + " must be 1 to 64 letters, digits, dots, colons, dashes or underscores");
        }
    }

    /**
     * @param environment gives the value of a variable, null when it is not set
     * @throws StorageException MISCONFIGURED naming the key that cannot be used
     */
    static RedisSettings of(RedisConfiguration configuration, UnaryOperator<@Nullable String> environment) {
        URI url = url(configuration.url().strip());
        String[] login = login(url);
        String password = SecretReferences.resolve(
                "The Redis password", "password in " + FILE, configuration.password(), environment);
        String certificates = configuration.tls_certificates().strip();
        return new RedisSettings(
                url.getHost(),
                url.getPort() < 0 ? DEFAULT_PORT : url.getPort(),
                database(url),
                login[0],
                password.isEmpty() ? login[1] : password,
                url.getScheme().equals("rediss"),
                certificates.isEmpty() ? Optional.empty() : Optional.of(Path.of(certificates)),
                configuration.prefix().strip(),
                configuration.connections(),
                configuration.timeout_millis());
    }

    /** For people: without secrets. */
    String place() {
        return "Redis at " + host + ":" + port + (database == 0 ? "" : "/" + database) + (tls ? " (TLS)" : "");
    }

    /** Without the password, so that it can be logged. */
    @Override
    public String toString() {
        return "RedisSettings[" + place() + "]";
    }

    private static URI url(String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new StorageException(StorageException.Kind.MISCONFIGURED, notAUrl(), e);
        }
        boolean known = "redis".equals(url.getScheme()) || "rediss".equals(url.getScheme());
        if (!known || url.getHost() == null) {
            throw misconfigured(notAUrl());
        }
        return url;
    }

    /** The text may hold a password, so it is not repeated. */
    private static String notAUrl() {
        return "url in " + FILE + " or EVERGREEN_REDIS_URL is not redis://host:port or rediss://host:port";
    }

    /** User and password; empty texts where there is none. */
    private static String[] login(URI url) {
        String given = url.getRawUserInfo();
        if (given == null) {
            return new String[] {"", ""};
        }
        int colon = given.indexOf(':');
        String user = colon < 0 ? given : given.substring(0, colon);
        String password = colon < 0 ? "" : given.substring(colon + 1);
        return new String[] {decoded(user), decoded(password)};
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static int database(URI url) {
        String path = url.getPath() == null ? "" : url.getPath().replaceFirst("^/", "");
        if (!path.matches("\\d{0,4}")) {
            throw misconfigured("The path of url in " + FILE + " is the number of a database, not '" + path + "'");
        }
        return path.isEmpty() ? 0 : Integer.parseInt(path);
    }

    private static void requireRange(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw misconfigured(key + " = " + value + " in " + FILE + " must be " + least + " to " + most);
        }
    }

    private static StorageException misconfigured(String message) {
        return new StorageException(StorageException.Kind.MISCONFIGURED, message);
    }
}
