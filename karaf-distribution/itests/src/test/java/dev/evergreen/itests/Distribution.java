package dev.evergreen.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("system property " + property + " is missing; run this test through Maven");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}
