package dev.evergreen.persistence.internal.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.DatabaseEndpoint;
import dev.evergreen.domain.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseSettingsTest {
    private static final String URL = "jdbc:postgresql://db.example:5432/films";

    @Test
    void withoutAUrlTheEmbeddedServerIsUsed() {
        assertEquals(
                Optional.empty(), settings(new Configured("", "", 16), Map.of()).endpoint());
    }

    @Test
    void readsTheFile() {
        DatabaseSettings settings = settings(new Configured(URL, "env:DB_PASSWORD", 8), Map.of("DB_PASSWORD", "p w"));
        assertEquals(Optional.of(new DatabaseEndpoint(URL, "evergreen", "p w")), settings.endpoint());
        assertEquals(8, settings.poolSize());
    }

    @Test
    void theEnvironmentWins(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "from-file\n");
        Map<String, String> environment = Map.of(
                "EVERGREEN_DATABASE_URL", "jdbc:postgresql://other/films",
                "EVERGREEN_DATABASE_USER", "owner",
                "EVERGREEN_DATABASE_PASSWORD_FILE", secret.toString(),
                "EVERGREEN_DATABASE_POOL_SIZE", "40");
        DatabaseSettings settings = settings(new Configured(URL, "env:UNUSED", 8), environment);
        assertEquals(
                Optional.of(new DatabaseEndpoint("jdbc:postgresql://other/films", "owner", "from-file")),
                settings.endpoint());
        assertEquals(40, settings.poolSize());
        assertEquals(
                "plain",
                settings(new Configured(URL, "", 8), Map.of("EVERGREEN_DATABASE_PASSWORD", "plain"))
                        .endpoint()
                        .orElseThrow()
                        .password());
    }

    @Test
    void namesWhatCannotBeUsed() {
        assertMisconfigured(new Configured("mysql://x", "", 8), Map.of(), "mysql://x");
        assertMisconfigured(new Configured(URL, "env:ABSENT", 8), Map.of(), "env:ABSENT");
        assertMisconfigured(new Configured(URL, "file:/nowhere/secret", 8), Map.of(), "/nowhere/secret");
        assertMisconfigured(new Configured("", "", 1), Map.of(), "pool.size=1");
        assertMisconfigured(new Configured("", "", 8), Map.of("EVERGREEN_DATABASE_POOL_SIZE", "many"), "'many'");
        String message = assertMisconfigured(new Configured(URL, "hunter2", 8), Map.of(), "must be a reference");
        assertFalse(message.contains("hunter2"), "a password given by mistake must not reach a log");
    }

    private static String assertMisconfigured(
            DatabaseConfiguration configuration, Map<String, String> environment, String expected) {
        StorageException failure = assertThrows(StorageException.class, () -> settings(configuration, environment));
        assertEquals(StorageException.Kind.MISCONFIGURED, failure.kind());
        assertTrue(failure.getMessage().contains(expected), failure.getMessage());
        return failure.getMessage();
    }

    private static DatabaseSettings settings(DatabaseConfiguration configuration, Map<String, String> environment) {
        return DatabaseSettings.of(configuration, environment::get);
    }
}
