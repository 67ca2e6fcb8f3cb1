package dev.evergreen.domain.storage;

import java.util.Objects;

/**
 * How to reach a PostgreSQL database.
 *
 * @param url {@code jdbc:postgresql://host:port/database}
 * @param user the role that owns the schema
 * @param password its password; empty when the server asks for none
 */
public record DatabaseEndpoint(String url, String user, String password) {
    public DatabaseEndpoint {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /** Without the password, so that it can be logged. */
    @Override
    public String toString() {
        return "DatabaseEndpoint[" + url + ", user " + user + "]";
    }
}
