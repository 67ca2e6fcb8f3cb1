package dev.evergreen.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the build has left what is tested here. */
public final class Distribution {
    private Distribution() {}

    /** The source tree's root. */
    public static Path root() {
        return path("evergreen.root");
    }

    /** The unpacked distribution. */
    public static Path home() {
        return path("evergreen.home");
    }

    /** The packed distribution. */
    public static Path archive() {
        return path("evergreen.archive.file");
    }

    /** The engine's own bundles in the distribution. */
    public static List<Path> ownBundles() {
        Path own = home().resolve("system/dev/evergreen");
        try (Stream<Path> files = Files.walk(own)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("no distribution at " + own + "; build it first", e);
        }
    }

    /** Folders of the modules that have the given file or folder. */
    public static List<Path> modulesWith(String name) {
        List<Path> modules = new ArrayList<>();
        try {
            for (String group : List.of(
                    "core-bundles", "provider-bundles", "effect-bundles", "api-bundle", "web", "karaf-distribution")) {
                try (Stream<Path> folders =
                        Files.find(root().resolve(group), 2, (path, attributes) -> attributes.isDirectory())) {
                    folders.filter(folder -> Files.exists(folder.resolve(name)))
                            .sorted()
                            .forEach(modules::add);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the source tree at " + root() + " cannot be read", e);
        }
        return modules;
    }

    private static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("system property " + property + " is missing; run this test through Maven");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}
