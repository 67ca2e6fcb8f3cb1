package dev.evergreen.itests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.itests.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesTest {
    private static final Pattern ARTIFACT = Pattern.compile("</parent>\\s*<artifactId>([^<]+)</artifactId>");

    private final Path repository = Distribution.root().resolve("features/target/feature/feature.xml");

    @Test
    void everyBundleIsInOneFeatureWithoutStartLevel() {
        assertEquals(List.of(), FeatureRules.violations(repository));
    }

    @Test
    void everyBundleThatIsBuiltIsInAFeature() throws IOException {
        Set<String> built = new TreeSet<>();
        for (Path module : Distribution.modulesWith("bnd.bnd")) {
            built.add(artifact(module));
        }
        for (Path family : Distribution.modulesWith("bundles")) {
            try (Stream<Path> plugins = Files.list(family.resolve("bundles"))) {
                for (Path plugin : plugins.toList()) {
                    String name = plugin.getFileName().toString().replaceFirst("\\.bnd$", "");
                    built.add(artifact(family) + ":" + name);
                }
            }
        }
        assertTrue(built.contains("dev.evergreen.effects:blur"), built + " lacks the plugins");
        built.removeAll(FeatureRules.ownBundles(repository));
        assertEquals(Set.of(), built);
    }

    @Test
    void aBundleInTwoFeaturesAndAStartLevelAreFound(@TempDir Path folder) throws IOException {
        Path bad = Files.writeString(folder.resolve("features.xml"), """
                <features name="bad" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                  <feature name="one"><bundle>mvn:dev.evergreen/a/1</bundle></feature>
                  <feature name="two"><bundle start-level="30">mvn:dev.evergreen/a/1</bundle><bundle>wrap:mvn:x/y/1</bundle></feature>
                </features>
                """);
        assertEquals(
                List.of(
                        "mvn:dev.evergreen/a/1 is in one and in two",
                        "mvn:dev.evergreen/a/1 has a start level; services are dynamic",
                        "wrap:mvn:x/y/1 is wrapped at run time; embed it in the bundle that owns it"),
                FeatureRules.violations(bad));
    }

    private static String artifact(Path module) throws IOException {
        Matcher artifact = ARTIFACT.matcher(Files.readString(module.resolve("pom.xml")));
        assertTrue(artifact.find(), module + "/pom.xml names no artifact");
        return artifact.group(1);
    }
}
