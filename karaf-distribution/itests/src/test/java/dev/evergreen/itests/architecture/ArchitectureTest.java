package dev.evergreen.itests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.evergreen.itests.Distribution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;

/** The rules of the architecture hold for every class and bundle that the build made. */
class ArchitectureTest {
    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = new ClassFileImporter().importPaths(classFolders());
        assertTrue(classes.size() > 200, "only " + classes.size() + " classes were found");
    }

    @Test
    void modulesImportOnlyWhatTheyMay() {
        ImportRules.modules().check(classes);
    }

    @Test
    void internalsStayInternal() {
        ImportRules.internals().check(classes);
    }

    @Test
    void theSpiNeedsOnlyJava() {
        ImportRules.spiNeedsOnlyJava().check(classes);
    }

    @Test
    void technologiesHaveOneOwner() {
        ImportRules.technologies().forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }

    @Test
    void mannersAreKept() {
        ImportRules.manners().forEach(rule -> rule.check(classes));
    }

    @Test
    void manifestsImportAndExportOnlyWhatTheyMay() throws IOException {
        List<String> violations = new ArrayList<>();
        for (Path bundle : Distribution.ownBundles()) {
            violations.addAll(ManifestRules.violations(manifest(bundle)));
        }
        assertEquals(List.of(), violations);
    }

    @Test
    void exportedSignaturesNameNothingForeign() throws IOException {
        Set<String> exported = new TreeSet<>();
        for (Path bundle : Distribution.ownBundles()) {
            ManifestRules.packages(manifest(bundle).getMainAttributes().getValue(Constants.EXPORT_PACKAGE)).stream()
                    .filter(name -> name.startsWith(Modules.PREFIX))
                    .forEach(exported::add);
        }
        assertTrue(exported.contains("dev.evergreen.spi.provider"), exported::toString);
        assertEquals(List.of(), ExportRules.violations(classes, exported));
    }

    /** Classes of all modules as compiled, without those of the tests. */
    private static List<Path> classFolders() {
        return Distribution.modulesWith("target/classes/dev").stream()
                .map(module -> module.resolve("target/classes"))
                .toList();
    }

    private static Manifest manifest(Path bundle) throws IOException {
        try (JarFile jar = new JarFile(bundle.toFile())) {
            return jar.getManifest();
        }
    }
}
