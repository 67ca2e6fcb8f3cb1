package dev.evergreen.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.Test;
import org.osgi.framework.Bundle;

/** What the plugin set refuses, and how versions come, go and come back. */
public class PluginsContainerTest extends ContainerTest {
    private static final String NARRATOR = "dev.evergreen.provider.offline.narrator";
    private static final String BUNDLED = "0.1.0.SNAPSHOT";
    private static final String GOOD = "com.example.good";

    /** A jar nobody may install, and the words that its refusal must have: the thing, the value, the way out. */
    private record Bad(byte[] jar, List<String> words) {}

    private static final Map<String, Bad> BAD = new LinkedHashMap<>();

    static {
        BAD.put("empty.jar", new Bad(new byte[0], List.of("is empty", "give the bundle")));
        BAD.put(
                "text.jar",
                new Bad(
                        "I am no archive.".getBytes(StandardCharsets.UTF_8),
                        List.of("is no jar file", "give the bundle")));
        BAD.put(
                "plain.jar",
                new Bad(
                        new PluginJar("unused", "1.0.0")
                                .without("Bundle-SymbolicName")
                                .descriptor("com.example.plain")
                                .bytes(),
                        List.of("is no OSGi bundle", "Bundle-SymbolicName", "build it with bnd-maven-plugin")));
        BAD.put(
                "lacking.jar",
                new Bad(
                        new PluginJar("com.example.lacking", "1.0.0")
                                .header("Import-Package", "com.example.absent;version=\"[2.1,3)\"")
                                .descriptor("com.example.lacking")
                                .bytes(),
                        List.of("needs the package com.example.absent [2.1.0,3.0.0)", "install the bundle")));
        BAD.put(
                "old-java.jar",
                new Bad(
                        new PluginJar("com.example.future", "1.0.0")
                                .header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"")
                                .descriptor("com.example.future")
                                .bytes(),
                        List.of("needs Java 99", "build the plugin for this one")));
        BAD.put(
                "bad-descriptor.jar",
                new Bad(
                        new PluginJar("com.example.baddescriptor", "1.0.0")
                                .file(
                                        "EVG-INF/com.example.baddescriptor.yaml",
                                        "id: com.example.baddescriptor\nkind: teapot\ntitle: T\n"
                                                + "description: D\nversion: 1.0.0\nparameters: {type: object}\n")
                                .bytes(),
                        List.of("EVG-INF/com.example.baddescriptor.yaml", "kind", "transition")));
        BAD.put(
                "throwing.jar",
                new Bad(
                        new PluginJar("com.example.throwing", "1.0.0")
                                .descriptor("com.example.throwing")
                                .component(ThrowingComponent.class)
                                .bytes(),
                        List.of("failed to activate", "the licence file is missing", "mend the plugin")));
        BAD.put(
                "taken.jar",
                new Bad(
                        new PluginJar("com.example.taken", "1.0.0")
                                .descriptor("offline-narrator")
                                .bytes(),
                        List.of("'offline-narrator'", NARRATOR, "choose another id")));
    }

    /** All that an installation could leave behind. */
    private record Traces(Set<String> plugins, Set<String> bundles, Set<String> files) {}

    @Test
    public void badPluginsAreRefusedOverHttp() throws Exception {
        NodeApi api = ready();
        Traces before = traces(api);
        for (Map.Entry<String, Bad> bad : BAD.entrySet()) {
            HttpResponse<String> answer =
                    api.upload(bad.getKey(), bad.getValue().jar());
            assertEquals(answer.body(), 400, answer.statusCode());
            JsonNode errors = NodeApi.errors(answer);
            assertEquals(answer.body(), 1, errors.size());
            assertRefusal(bad, errors.path(0).path("message").asText());
            assertEquals(bad.getKey(), before, traces(api));
        }
        awaitReady();
    }

    @Test
    public void badPluginsAreRefusedInTheInbox() throws Exception {
        NodeApi api = ready();
        Traces before = traces(api);
        for (Map.Entry<String, Bad> bad : BAD.entrySet()) {
            Path inbox = drop(bad.getKey(), bad.getValue().jar());
            Path reason = inbox.resolve(bad.getKey() + ".rejected.txt");
            Path rejected = inbox.resolve(bad.getKey() + ".rejected");
            await("the refusal of " + bad.getKey(), () -> Files.exists(reason) && size(reason) > 0);
            List<String> lines = Files.readAllLines(reason);
            assertEquals(lines.toString(), 1, lines.size());
            assertRefusal(bad, lines.get(0));
            assertFalse(bad.getKey() + " has left the inbox", Files.exists(inbox.resolve(bad.getKey())));
            assertEquals(bad.getValue().jar().length, Files.size(rejected));
            Files.delete(reason);
            Files.delete(rejected);
            assertEquals(bad.getKey(), before, traces(api));
        }
        awaitReady();
    }

    @Test
    public void aGoodPluginComesThroughTheInboxAndGoesWithoutATrace() throws Exception {
        NodeApi api = ready();
        Traces before = traces(api);
        Path inbox = drop("good.jar", good("1.0.0"));
        await("the plugin from the inbox", () -> version(api, GOOD).equals("1.0.0 active"));
        await("an empty inbox", () -> !Files.exists(inbox.resolve("good.jar")));
        assertEquals(204, delete(api, GOOD));
        assertEquals(before, traces(api));
    }

    @Test
    public void anUpdateThatFailsLeavesTheOldVersionServing() throws Exception {
        NodeApi api = ready();
        Traces before = traces(api);
        NodeApi.data(api.upload("good-1.jar", good("1.0.0")));
        Traces installed = traces(api);
        byte[] broken = new PluginJar(GOOD, "2.0.0")
                .descriptor(GOOD)
                .component(ThrowingComponent.class)
                .bytes();
        HttpResponse<String> answer = api.upload("good-2.jar", broken);
        assertEquals(answer.body(), 400, answer.statusCode());
        assertEquals("1.0.0 active", version(api, GOOD));
        assertEquals(installed, traces(api));
        assertEquals(204, delete(api, GOOD));
        assertEquals(before, traces(api));
    }

    @Test
    public void anInstalledPluginRollsBackAndForth() throws Exception {
        NodeApi api = ready();
        Traces before = traces(api);
        NodeApi.data(api.upload("good-1.jar", good("1.0.0")));
        assertEquals(409, rollBack(api, GOOD));
        NodeApi.data(api.upload("good-2.jar", good("2.0.0")));
        assertEquals("2.0.0 active", version(api, GOOD));
        assertEquals(200, rollBack(api, GOOD));
        assertEquals("1.0.0 active", version(api, GOOD));
        assertEquals(200, rollBack(api, GOOD));
        assertEquals("2.0.0 active", version(api, GOOD));
        NodeApi.data(api.upload("good-3.jar", good("3.0.0")));
        assertEquals("of three versions two are kept", 2, jars(before.files()));
        // The same version, built again.
        NodeApi.data(api.upload(
                "good-3.jar",
                new PluginJar(GOOD, "3.0.0")
                        .descriptor(GOOD)
                        .header("Bundle-Name", "again")
                        .bytes()));
        assertEquals("3.0.0 active", version(api, GOOD));
        assertEquals(204, delete(api, GOOD));
        assertEquals(before, traces(api));
    }

    @Test
    public void aBundledPluginIsUpdatedDisabledEnabledAndRolledBack() throws Exception {
        NodeApi api = ready();
        Traces before = traces(api);
        assertEquals(409, rollBack(api, NARRATOR));

        assertEquals(204, delete(api, NARRATOR));
        assertEquals(BUNDLED + " disabled", version(api, NARRATOR));
        assertFalse("nobody offers speech", offers(api).contains("offline-narrator/"));
        awaitReady();
        assertEquals(200, post(api, NARRATOR, "enable"));
        assertEquals(BUNDLED + " active", version(api, NARRATOR));
        assertEquals(before, traces(api));

        NodeApi.data(api.upload("narrator.jar", PluginJar.withVersion(narrator(), "1.0.0")));
        assertEquals("1.0.0 active", version(api, NARRATOR));
        awaitReady();
        assertEquals(204, delete(api, NARRATOR));
        assertFalse("nobody offers speech", offers(api).contains("offline-narrator/"));
        assertEquals(200, post(api, NARRATOR, "enable"));
        assertEquals("1.0.0 active", version(api, NARRATOR));
        assertTrue("speech is offered", offers(api).contains("offline-narrator/"));

        assertEquals(200, rollBack(api, NARRATOR));
        assertEquals(BUNDLED + " active", version(api, NARRATOR));
        assertEquals(before, traces(api));
        awaitReady();
    }

    @Test
    public void accountsSurviveAnUpdateOfTheirPlugin() throws Exception {
        NodeApi api = ready();
        String account = api.post(
                        "/api/v1/accounts",
                        "{\"plugin\":\"offline-narrator\",\"name\":\"studio\",\"settings\":{\"timeoutSeconds\":33}}")
                .path("id")
                .asText();
        await("the account's offer", () -> offers(api).contains("offline-narrator/studio"));
        String stored = withoutTimes(api.read("/api/v1/accounts/" + account));

        NodeApi.data(api.upload("narrator.jar", PluginJar.withVersion(narrator(), "1.1.0")));
        await("the account's offer of the new version", () -> offers(api).contains("offline-narrator/studio"));
        assertEquals(stored, withoutTimes(api.read("/api/v1/accounts/" + account)));
        assertEquals(200, rollBack(api, NARRATOR));
        await("the account's offer of the old version", () -> offers(api).contains("offline-narrator/studio"));
        assertEquals(stored, withoutTimes(api.read("/api/v1/accounts/" + account)));

        assertEquals(
                204,
                api.send("DELETE", "/api/v1/accounts/" + account, "application/json", new byte[0])
                        .statusCode());
        await("the end of the account's offer", () -> !offers(api).contains("offline-narrator/studio"));
        await("the plain offer", () -> offers(api).contains("offline-narrator/"));
    }

    private static void assertRefusal(Map.Entry<String, Bad> bad, String message) {
        assertTrue(message, message.startsWith(bad.getKey()));
        assertFalse("one line: " + message, message.contains("\n"));
        for (String word : bad.getValue().words()) {
            assertTrue("'" + word + "' in: " + message, message.contains(word));
        }
    }

    private static byte[] good(String version) {
        return new PluginJar(GOOD, version).descriptor(GOOD).bytes();
    }

    private byte[] narrator() throws IOException {
        Path folder = Path.of(context.getProperty("karaf.home"), "system", "dev/evergreen", NARRATOR);
        try (Stream<Path> files = Files.walk(folder)) {
            return Files.readAllBytes(files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no narrator in " + folder)));
        }
    }

    private NodeApi ready() throws InterruptedException {
        awaitReady();
        return new NodeApi(data());
    }

    private Path data() {
        return Path.of(context.getProperty("evergreen.data"));
    }

    /** As {@code mv} within a file system: the jar appears whole. */
    private Path drop(String name, byte[] jar) throws IOException {
        Path inbox = data().resolve("deploy");
        Path hidden = Files.write(inbox.resolve("." + name), jar);
        Files.move(hidden, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return inbox;
    }

    private Traces traces(NodeApi api) throws Exception {
        Set<String> plugins = new TreeSet<>();
        api.read("/api/v1/plugins").forEach(plugin -> plugins.add(plugin.toString()));
        Set<String> bundles = Arrays.stream(context.getBundles())
                .map(bundle -> bundle.getBundleId() + " " + bundle.getSymbolicName() + " " + bundle.getVersion() + " "
                        + (bundle.getState() == Bundle.ACTIVE))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Traces(plugins, bundles, files());
    }

    /** Jars in the store, in the inbox, and on their way. */
    private Set<String> files() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String folder : List.of("blobs", "deploy", "work/plugins")) {
            Path path = data().resolve(folder);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    files.filter(Files::isRegularFile).map(Path::toString).forEach(found::add);
                }
            }
        }
        return found;
    }

    /** Files that have come since. */
    private long jars(Set<String> before) throws IOException {
        return files().stream().filter(file -> !before.contains(file)).count();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Version and state; empty when there is none of that name. */
    private static String version(NodeApi api, String plugin) {
        JsonNode found = get(api, "/api/v1/plugins");
        return StreamSupport.stream(found.spliterator(), false)
                .filter(view -> view.path("symbolicName").asText().equals(plugin))
                .map(view ->
                        view.path("version").asText() + " " + view.path("state").asText())
                .findFirst()
                .orElse("");
    }

    /** {@code plugin/account} of all speech. */
    private static Set<String> offers(NodeApi api) {
        return StreamSupport.stream(get(api, "/api/v1/providers").spliterator(), false)
                .filter(offer -> offer.path("capability").asText().equals("SpeechSynthesizer"))
                .map(offer -> offer.path("plugin").asText() + "/"
                        + offer.path("account").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode get(NodeApi api, String path) {
        try {
            return api.read(path);
        } catch (IOException e) {
            throw new AssertionError("the node did not answer " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String withoutTimes(JsonNode account) {
        return account.path("plugin") + " " + account.path("name") + " " + account.path("settings") + " "
                + account.path("enabled") + " " + account.path("position");
    }

    private static int delete(NodeApi api, String plugin) throws Exception {
        return api.send("DELETE", "/api/v1/plugins/" + plugin, "application/json", new byte[0])
                .statusCode();
    }

    private static int rollBack(NodeApi api, String plugin) throws Exception {
        return post(api, plugin, "rollback");
    }

    private static int post(NodeApi api, String plugin, String what) throws Exception {
        return api.send("POST", "/api/v1/plugins/" + plugin + "/" + what, "application/json", new byte[0])
                .statusCode();
    }
}
