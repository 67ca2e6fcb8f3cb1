package dev.evergreen.itests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.Baseline.Info;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import dev.evergreen.itests.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What plugins compiled against the last released SPI still holds, or the version of the package says that it does not. The
 * released jars are kept in core-bundles/spi/released; .ci/release-spi adds one.
 */
class SpiBaselineTest {
    private static final String UNIT =
            "package dev.evergreen.spi.sample; @org.osgi.annotation.versioning.%s public interface Voice { %s }";

    @TempDir
    private Path folder;

    @Test
    void theSpiIsCompatibleWithItsLastRelease() throws Exception {
        Path now = Distribution.ownBundles().stream()
                .filter(jar -> jar.getFileName().toString().startsWith("dev.evergreen.spi-"))
                .findFirst()
                .orElseThrow();
        try (Jar newer = new Jar(now.toFile());
                Jar older = new Jar(lastRelease().toFile())) {
            assertEquals(List.of(), mismatches(newer, older));
        }
    }

    @Test
    void aRemovedMethodNeedsAMajorVersion() throws Exception {
        try (Jar older = jar("older", "ConsumerType", "void speak(); void whisper();", "1.0.0");
                Jar newer = jar("newer", "ConsumerType", "void speak();", "1.1.0")) {
            List<String> mismatches = mismatches(newer, older);
            assertEquals(1, mismatches.size(), mismatches::toString);
            assertTrue(mismatches.get(0).contains("suggests 2.0.0"), mismatches::toString);
        }
    }

    @Test
    void aNewMethodThatPluginsMustImplementNeedsAMajorVersion() throws Exception {
        try (Jar older = jar("older", "ConsumerType", "void speak();", "1.0.0");
                Jar newer = jar("newer", "ConsumerType", "void speak(); void sing();", "1.1.0")) {
            assertEquals(1, mismatches(newer, older).size());
        }
    }

    @Test
    void aNewMethodThatTheEngineImplementsNeedsAMinorVersion() throws Exception {
        try (Jar older = jar("older", "ProviderType", "void speak();", "1.0.0");
                Jar same = jar("same", "ProviderType", "void speak(); void sing();", "1.0.0");
                Jar newer = jar("newer", "ProviderType", "void speak(); void sing();", "1.1.0")) {
            assertEquals(1, mismatches(same, older).size());
            assertEquals(List.of(), mismatches(newer, older));
        }
    }

    private static List<String> mismatches(Jar newer, Jar older) throws Exception {
        try (Processor processor = new Processor()) {
            Baseline baseline = new Baseline(processor, new DiffPluginImpl());
            return baseline.baseline(newer, older, null).stream()
                    .filter(info -> info.mismatch)
                    .map(SpiBaselineTest::describe)
                    .sorted()
                    .toList();
        }
    }

    private static String describe(Info info) {
        return info.packageName + " has version " + info.newerVersion + ", was " + info.olderVersion
                + ", and its change suggests " + info.suggestedVersion + ": " + info.packageDiff;
    }

    private static Path lastRelease() throws IOException {
        Path released = Distribution.root().resolve("core-bundles/spi/released");
        try (Stream<Path> jars = Files.list(released)) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .max(Comparator.comparing(jar -> aQute.bnd.version.MavenVersion.parseMavenString(
                            jar.getFileName().toString().replaceAll("^dev\\.evergreen\\.spi-|\\.jar$", ""))))
                    .orElseThrow(() -> new AssertionError("no released SPI in " + released + "; run .ci/release-spi"));
        }
    }

    private Jar jar(String name, String type, String methods, String version) throws Exception {
        Path base = Files.createDirectory(folder.resolve(name));
        Sources.compile(base, UNIT.formatted(type, methods));
        try (Builder builder = new Builder()) {
            builder.addClasspath(base.resolve("classes").toFile());
            builder.setBundleSymbolicName("dev.evergreen.spi");
            builder.setBundleVersion(version);
            builder.setExportPackage("dev.evergreen.spi.sample;version=" + version);
            Path file = base.resolve("sample.jar");
            builder.build().write(file.toFile());
            return new Jar(file.toFile());
        }
    }
}
