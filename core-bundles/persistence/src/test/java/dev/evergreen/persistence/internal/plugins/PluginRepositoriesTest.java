package dev.evergreen.persistence.internal.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.plugin.InstalledPlugin;
import dev.evergreen.domain.plugin.ProviderAccount;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.persistence.internal.Database;
import dev.evergreen.persistence.internal.Samples;
import dev.evergreen.persistence.internal.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginRepositoriesTest {
    private final Database database = TestDatabase.open().database();

    @Test
    void pluginsAreKeptBySymbolicName() {
        JdbiPluginRepository plugins = new JdbiPluginRepository(database);
        String name = "dev.example.p" + Samples.id();
        InstalledPlugin first = plugin(name, "1.0.0", InstalledPlugin.State.ENABLED, Optional.empty());
        plugins.put(first);
        assertEquals(Optional.of(first), plugins.find(name));
        InstalledPlugin second =
                plugin(name, "1.1.0", InstalledPlugin.State.DISABLED, Optional.of("sha256:" + "c".repeat(64)));
        plugins.put(second);
        assertEquals(Optional.of(second), plugins.find(name));
        assertEquals(
                List.of(second),
                plugins.list().stream()
                        .filter(p -> p.symbolicName().equals(name))
                        .toList());
        assertTrue(plugins.remove(name));
        assertFalse(plugins.remove(name));
        assertEquals(Optional.empty(), plugins.find(name));
    }

    @Test
    void accountsAreListedByPosition() {
        JdbiProviderAccountRepository accounts = new JdbiProviderAccountRepository(database);
        String plugin = "dev.example.v" + Samples.id();
        ProviderAccount second = account(plugin, "work", 2);
        ProviderAccount first = account(plugin, "home", 1);
        accounts.put(second);
        accounts.put(first);
        assertEquals(
                List.of(first, second),
                accounts.list().stream()
                        .filter(a -> a.pluginId().equals(plugin))
                        .toList());
        ProviderAccount moved = new ProviderAccount(
                first.id(), plugin, "home", false, 3, "{\"key\": \"env:KEY\"}", Samples.NOON.plusSeconds(1));
        accounts.put(moved);
        assertEquals(Optional.of(moved), accounts.find(first.id()));
        ProblemException taken = assertThrows(ProblemException.class, () -> accounts.put(account(plugin, "work", 9)));
        assertEquals(Problem.Kind.CONFLICT, taken.kind());
        assertTrue(accounts.remove(first.id()));
        assertFalse(accounts.remove(first.id()));
    }

    @Test
    void secretsComeBackAndLieSealed(@TempDir Path data) throws IOException {
        SealedSecretStore store = store(data, Map.of());
        String reference = store.put("sk-verysecret-ü");
        assertTrue(reference.startsWith("secret:"), reference);
        assertEquals("sk-verysecret-ü", store.resolve(reference));
        assertEquals("sk-verysecret-ü", store(data, Map.of()).resolve(reference), "also after a restart");
        byte[] sealed = database.with(handle -> handle.createQuery("SELECT sealed FROM secrets WHERE id = :id")
                .bind("id", java.util.UUID.fromString(reference.substring("secret:".length())))
                .mapTo(byte[].class)
                .one());
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("verysecret"));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret.key"))));
        store.remove(reference);
        assertInvalid(() -> store.resolve(reference), "enter the key again");
    }

    @Test
    void aSealedSecretBelongsToItsRowAndItsKey(@TempDir Path data, @TempDir Path other) {
        SealedSecretStore store = store(data, Map.of());
        String one = store.put("one");
        String two = store.put("two");
        assertInvalid(() -> store(other, Map.of()).resolve(one), "sealed with another key");
        database.with(handle -> handle.execute(
                "UPDATE secrets SET sealed = (SELECT sealed FROM secrets WHERE id = ?::uuid) WHERE id = ?::uuid",
                one.substring(7),
                two.substring(7)));
        assertInvalid(() -> store.resolve(two), "sealed with another key");
        assertEquals("one", store.resolve(one));
    }

    @Test
    void nodesCanShareAKey(@TempDir Path one, @TempDir Path two) throws IOException {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        String reference = store(one, Map.of("EVERGREEN_SECRET_KEY", key)).put("shared");
        Path file = Files.writeString(two.resolve("key"), key + "\n");
        assertEquals(
                "shared",
                store(two, Map.of("EVERGREEN_SECRET_KEY_FILE", file.toString())).resolve(reference));
        assertFalse(Files.exists(one.resolve("secret.key")));
        StorageException wrong =
                assertThrows(StorageException.class, () -> store(one, Map.of("EVERGREEN_SECRET_KEY", "short")));
        assertEquals(StorageException.Kind.MISCONFIGURED, wrong.kind());
        assertTrue(wrong.getMessage().contains("EVERGREEN_SECRET_KEY"), wrong.getMessage());
    }

    @Test
    void referencesLeadToTheEnvironmentAndToFiles(@TempDir Path data) throws IOException {
        SealedSecretStore store = store(data, Map.of("VENDOR_KEY", "k-1"));
        assertEquals("k-1", store.resolve("env:VENDOR_KEY"));
        Path file = Files.writeString(data.resolve("vendor"), "k-2\n");
        assertEquals("k-2", store.resolve("file:" + file));
        assertInvalid(() -> store.resolve("env:ABSENT"), "env:ABSENT");
        assertInvalid(() -> store.resolve("file:" + data.resolve("absent")), "absent");
        assertInvalid(() -> store.resolve("secret:" + Samples.id()), "enter the key again");
        assertInvalid(() -> store.resolve("secret:nonsense"), "secret:nonsense");
        ProblemException plain = assertThrows(ProblemException.class, () -> store.resolve("sk-plain"));
        assertFalse(plain.getMessage().contains("sk-plain"), "a key given by mistake must not reach a log");
    }

    private SealedSecretStore store(Path data, Map<String, String> environment) {
        return new SealedSecretStore(database, data, environment::get);
    }

    private static void assertInvalid(Runnable call, String expected) {
        ProblemException problem = assertThrows(ProblemException.class, call::run);
        assertEquals(Problem.Kind.INVALID, problem.kind());
        assertTrue(problem.getMessage().contains(expected), problem.getMessage());
    }

    private static InstalledPlugin plugin(
            String name, String version, InstalledPlugin.State state, Optional<String> previous) {
        return new InstalledPlugin(
                name, version, "sha256:" + "d".repeat(64), name + ".jar", state, previous, "", Samples.NOON);
    }

    private static ProviderAccount account(String plugin, String name, int position) {
        return new ProviderAccount(Samples.id(), plugin, name, true, position, "{}", Samples.NOON);
    }
}
