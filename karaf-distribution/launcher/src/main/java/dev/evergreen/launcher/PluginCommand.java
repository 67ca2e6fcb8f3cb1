package dev.evergreen.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The plugins of a running node. */
@Command(
        name = "plugin",
        mixinStandardHelpOptions = true,
        description = "Lists, installs, updates, removes, enables and rolls back plugins of the running node.")
final class PluginCommand {
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the plugins.")
    int list(@Mixin DataOption data, @Option(names = "--json", description = "as JSON") boolean json) {
        JsonNode plugins = data.running().get("/plugins");
        if (json) {
            System.out.println(plugins);
            return 0;
        }
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode plugin : plugins) {
            String error = plugin.path("error").asText();
            rows.add(List.of(
                    plugin.path("symbolicName").asText(),
                    plugin.path("version").asText(),
                    plugin.path("state").asText() + (error.isEmpty() ? "" : ": " + error),
                    plugin.path("bundled").asBoolean() ? "bundled" : "installed",
                    StreamSupport.stream(plugin.path("descriptors").spliterator(), false)
                            .map(descriptor -> descriptor.path("title").asText())
                            .collect(Collectors.joining(", "))));
        }
        Table.print(System.out, List.of("PLUGIN", "VERSION", "STATE", "ORIGIN", "OFFERS"), rows);
        return 0;
    }

    @Command(name = "install", mixinStandardHelpOptions = true, description = "Installs a plugin from its jar.")
    int install(@Parameters(paramLabel = "JAR", description = "the plugin's jar") Path jar, @Mixin DataOption data) {
        return upload(jar, data, "Installed ");
    }

    @Command(
            name = "update",
            mixinStandardHelpOptions = true,
            description = "Replaces a plugin by the version in a jar, without a gap.")
    int update(
            @Parameters(paramLabel = "JAR", description = "the new version's jar") Path jar, @Mixin DataOption data) {
        return upload(jar, data, "Updated to ");
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes an installed plugin, or disables a bundled one.")
    int remove(@Parameters(paramLabel = "NAME", description = "symbolic name") String name, @Mixin DataOption data) {
        data.running().delete("/plugins/" + NodeClient.encode(name));
        System.out.println("Removed " + name);
        return 0;
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Starts a disabled plugin again.")
    int enable(@Parameters(paramLabel = "NAME", description = "symbolic name") String name, @Mixin DataOption data) {
        JsonNode plugin = data.running().post("/plugins/" + NodeClient.encode(name) + "/enable", Map.of());
        System.out.println("Now " + describe(plugin));
        return 0;
    }

    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = "Brings back the version that ran before the last update.")
    int rollback(@Parameters(paramLabel = "NAME", description = "symbolic name") String name, @Mixin DataOption data) {
        JsonNode plugin = data.running().post("/plugins/" + NodeClient.encode(name) + "/rollback", Map.of());
        System.out.println("Now " + describe(plugin));
        return 0;
    }

    private static int upload(Path jar, DataOption data, String done) {
        if (!Files.isRegularFile(jar)) {
            throw new Failure(Failure.USAGE, jar + " is no file; give the path of a plugin's jar");
        }
        if (!Files.isReadable(jar)) {
            throw new Failure(Failure.FILES, jar + " cannot be read; check its permissions");
        }
        System.out.println(done + describe(data.running().upload("POST", "/plugins", jar, Map.of())));
        return 0;
    }

    private static String describe(JsonNode plugin) {
        return plugin.path("symbolicName").asText() + " "
                + plugin.path("version").asText() + " ("
                + plugin.path("state").asText() + ")";
    }
}
