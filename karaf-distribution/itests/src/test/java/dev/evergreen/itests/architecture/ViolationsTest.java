package dev.evergreen.itests.architecture;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Code that breaks a rule of the architecture breaks the build: each rule is broken here once. */
class ViolationsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "dev.evergreen.spi.provider,             dev.evergreen.domain",
        "dev.evergreen.domain,                   dev.evergreen.orchestrator",
        "dev.evergreen.provider.acme,            dev.evergreen.domain",
        "dev.evergreen.provider.acme.internal,   dev.evergreen.orchestrator",
        "dev.evergreen.provider.acme,            dev.evergreen.provider.other",
        "dev.evergreen.effect.glow,              dev.evergreen.media",
        "dev.evergreen.orchestrator.internal,    dev.evergreen.jobs",
        "dev.evergreen.editor.internal,          dev.evergreen.persistence",
        "dev.evergreen.projects,                 dev.evergreen.blobs",
        "dev.evergreen.persistence.internal,     dev.evergreen.persistence.embedded",
        "dev.evergreen.api.internal,             dev.evergreen.persistence",
        "dev.evergreen.jobs.internal,            dev.evergreen.api",
    })
    void anImportAgainstTheDirection(String importer, String imported) throws IOException {
        JavaClasses classes = uses(importer, imported, "Thing");
        String message = assertThrows(
                        AssertionError.class, () -> ImportRules.modules().check(classes))
                .getMessage();
        assertTrue(message.contains("may not import"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "dev.evergreen.provider.acme.internal, dev.evergreen.spi.provider",
        "dev.evergreen.provider.acme.internal, dev.evergreen.kit",
        "dev.evergreen.editor.internal,        dev.evergreen.orchestrator",
        "dev.evergreen.api.internal,           dev.evergreen.publishing",
        "dev.evergreen.persistence.internal,   dev.evergreen.domain.storage",
    })
    void anImportWithTheDirectionIsFine(String importer, String imported) throws IOException {
        JavaClasses classes = uses(importer, imported, "Thing");
        assertDoesNotThrow(() -> ImportRules.modules().check(classes));
    }

    @Test
    void internalsOfAnotherModule() throws IOException {
        assertViolated(
                ImportRules.internals(),
                uses("dev.evergreen.editor.internal", "dev.evergreen.orchestrator.internal", "Thing"));
    }

    @Test
    void aLibraryInTheSpi() throws IOException {
        assertViolated(
                ImportRules.spiNeedsOnlyJava(),
                uses("dev.evergreen.spi.provider", "com.fasterxml.jackson.databind", "JsonNode"));
    }

    @ParameterizedTest
    @CsvSource({
        "dev.evergreen.editor.internal,        org.jdbi.v3.core",
        "dev.evergreen.orchestrator.internal,  org.bytedeco.ffmpeg",
        "dev.evergreen.projects.internal,      io.javalin.http",
        "dev.evergreen.media.internal,         org.postgresql.util",
        "dev.evergreen.provider.acme.internal, com.github.kagkarlsson.scheduler",
        "dev.evergreen.jobs.internal,          io.micrometer.core",
        "dev.evergreen.api.internal,           org.apache.karaf.features",
    })
    void aTechnologyOfAnotherOwner(String user, String technology) throws IOException {
        JavaClasses classes = uses(user, technology, "Thing");
        long broken = ImportRules.technologies().stream()
                .filter(rule -> rule.allowEmptyShould(true).evaluate(classes).hasViolation())
                .count();
        assertEquals(1, broken);
    }

    @ParameterizedTest
    @CsvSource({
        "Thread.sleep(10)",
        "new IllegalStateException().printStackTrace()",
        "throw new UnsupportedOperationException()",
        "throw new UnsupportedOperationException(\"later\")",
    })
    void badManners(String statement) throws IOException {
        JavaClasses classes = Sources.compile(
                folder,
                "package dev.evergreen.jobs.internal; class Bad { void run() throws Exception { " + statement
                        + "; } }");
        assertEquals(
                1,
                ImportRules.manners().stream()
                        .filter(rule -> rule.evaluate(classes).hasViolation())
                        .count());
    }

    @Test
    void aForeignTypeInAnExportedSignature() throws IOException {
        JavaClasses classes = Sources.compile(
                folder,
                "package com.fasterxml.jackson.databind; public class JsonNode {}",
                "package dev.evergreen.jobs.internal; public class Hidden {}",
                """
                package dev.evergreen.jobs;
                public interface Exported {
                  java.util.List<com.fasterxml.jackson.databind.JsonNode> generic();
                  void parameter(dev.evergreen.jobs.internal.Hidden[] hidden);
                  java.util.Optional<String> fine(java.time.Instant at);
                }
                """);
        List<String> violations = ExportRules.violations(classes, Set.of("dev.evergreen.jobs"));
        assertEquals(2, violations.size(), violations::toString);
        assertTrue(violations.toString().contains("exposes com.fasterxml.jackson.databind.JsonNode"));
        assertTrue(violations.toString().contains("exposes dev.evergreen.jobs.internal.Hidden"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dev.evergreen.provider.acme | dev.evergreen.domain;version=\"[1,2)\" | '' | imports dev.evergreen.domain",
                "dev.evergreen.provider.acme | dev.evergreen.kit                     | '' | imports dev.evergreen.kit",
                "dev.evergreen.provider.acme | java.util                             | dev.evergreen.provider.acme"
                        + " | a plugin exports nothing",
                "dev.evergreen.editor        | dev.evergreen.media.internal          | '' | which is internal",
                "dev.evergreen.editor        | java.util                             | dev.evergreen.editor.internal"
                        + " | which is internal",
                "dev.evergreen.editor        | java.util                             | dev.evergreen.spi | not its own",
                "dev.evergreen.editor        | dev.evergreen.persistence             | '' | imports dev.evergreen.persistence",
                "dev.evergreen.newcomer      | java.util                             | '' | neither a module",
                "com.acme                    | java.util                             | '' | does not begin with",
            })
    void aManifestThatReachesTooFar(String name, String imports, String exports, String expected) {
        List<String> violations = ManifestRules.violations(manifest(name, imports, exports));
        assertTrue(violations.stream().anyMatch(violation -> violation.contains(expected)), violations::toString);
    }

    @Test
    void aPluginThatImportsOnlyTheSpiIsFine() {
        assertEquals(
                List.of(),
                ManifestRules.violations(manifest(
                        "dev.evergreen.provider.acme",
                        "dev.evergreen.spi;version=\"[1.0,2)\",dev.evergreen.spi.provider,org.slf4j",
                        "")));
    }

    private JavaClasses uses(String importer, String imported, String type) throws IOException {
        return Sources.compile(
                folder,
                "package " + imported + "; public class " + type + " {}",
                "package " + importer + "; class Bad { private " + imported + "." + type + " used; }");
    }

    private static void assertViolated(ArchRule rule, JavaClasses classes) {
        assertThrows(AssertionError.class, () -> rule.check(classes));
    }

    private static Manifest manifest(String name, String imports, String exports) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Import-Package", imports);
        if (!exports.isEmpty()) {
            main.putValue("Export-Package", exports);
        }
        return manifest;
    }
}
