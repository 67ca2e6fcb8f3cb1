package dev.evergreen.itests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.itests.Distribution;
import dev.evergreen.kit.descriptor.DescriptorException;
import dev.evergreen.kit.descriptor.DescriptorReader;
import dev.evergreen.spi.descriptor.DescriptorFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** Every plugin of the distribution describes itself, and correctly. */
class DescriptorsTest {
    private static final String FOLDER = "EVG-INF/";

    private final DescriptorReader reader = new DescriptorReader();

    @Test
    void everyPluginHasValidDescriptorsWithIdsOfTheirOwn() throws IOException {
        List<String> problems = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        int plugins = 0;
        for (Path bundle : Distribution.ownBundles()) {
            try (JarFile jar = new JarFile(bundle.toFile())) {
                String name = ManifestRules.symbolicName(jar.getManifest().getMainAttributes());
                if (Modules.isPlugin(name.substring(Modules.PREFIX.length()))) {
                    plugins++;
                    check(jar, name, owners, problems);
                }
            }
        }
        assertEquals(List.of(), problems);
        assertTrue(plugins >= 4 + 30 + 6 + 2, "only " + plugins + " plugins were found");
    }

    @Test
    void aBadDescriptorIsFound() {
        String text = """
                id: Acme Voice
                kind: singer
                title: Voice
                parameters: { type: object, properties: { speed: { type: number, maximum: fast } } }
                """;
        String message = assertThrows(DescriptorException.class, () -> reader.read(text, "acme.yaml"))
                .getMessage();
        assertTrue(message.contains("kind"), message);
        assertTrue(message.contains("maximum"), message);
    }

    private void check(JarFile jar, String name, Map<String, String> owners, List<String> problems) throws IOException {
        int found = 0;
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (entry.getName().startsWith(FOLDER) && entry.getName().endsWith(DescriptorFiles.SUFFIX)) {
                found++;
                String file = entry.getName().substring(FOLDER.length());
                String text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                try {
                    String other = owners.put(reader.read(text, file).id(), name);
                    if (other != null) {
                        problems.add(name + " and " + other + " both describe " + file);
                    }
                } catch (DescriptorException e) {
                    problems.add(name + ": " + e.getMessage());
                }
            }
        }
        if (found == 0) {
            problems.add(name + " has no descriptor in " + FOLDER);
        }
    }
}
