package dev.evergreen.itests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.itests.Distribution;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The configuration files say what there is to configure, no more and no less: an operator can rely on them, and the
 * environment can only override keys that a file has.
 */
class ConfigurationFilesTest {
    /** Another component's file has it. */
    private static final Map<String, String> ELSEWHERE = Map.of("roles", "dev.evergreen.node");

    @Test
    void everyAttributeIsInItsFileWithItsDefault() throws Exception {
        List<String> differences = new ArrayList<>();
        Map<String, Map<String, String>> described = described();
        assertTrue(described.size() > 8, described.keySet()::toString);
        for (Map.Entry<String, Map<String, String>> pid : described.entrySet()) {
            Path file = Distribution.home().resolve("etc").resolve(pid.getKey() + ".cfg");
            if (!Files.exists(file)) {
                differences.add(file.getFileName() + " is missing");
                continue;
            }
            compare(file, pid.getValue(), differences);
        }
        assertEquals(List.of(), differences);
    }

    private static void compare(Path file, Map<String, String> described, List<String> differences) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Properties given = new Properties();
        given.load(Files.newBufferedReader(file, StandardCharsets.UTF_8));
        for (Map.Entry<String, String> attribute : described.entrySet()) {
            String key = attribute.getKey();
            if (ELSEWHERE.containsKey(key)) {
                continue;
            }
            String value = given.getProperty(key);
            if (value == null && !text.contains("\n#" + key + " =")) {
                differences.add(file.getFileName() + " lacks " + key);
            } else if (value != null && !defaultOf(value).equals(attribute.getValue())) {
                differences.add(
                        file.getFileName() + " has " + key + " = " + value + " instead of " + attribute.getValue());
            }
        }
        for (String key : given.stringPropertyNames()) {
            if (!described.containsKey(key)) {
                differences.add(file.getFileName() + " has " + key + ", which nobody reads");
            }
        }
    }

    /** {@code ${env:NAME:-8181}} gives 8181. */
    private static String defaultOf(String value) {
        return value.replaceAll("^\\$\\{env:[A-Z0-9_]+:-(.*)}$", "$1");
    }

    /** Keys and defaults by PID, from the bundles' metatype. */
    private static Map<String, Map<String, String>> described()
            throws IOException, ParserConfigurationException, SAXException {
        Map<String, Map<String, String>> described = new TreeMap<>();
        for (Path bundle : Distribution.ownBundles()) {
            try (JarFile jar = new JarFile(bundle.toFile())) {
                for (JarEntry entry : Collections.list(jar.entries())) {
                    if (entry.getName().matches("OSGI-INF/metatype/.*\\.xml")) {
                        try (InputStream content = jar.getInputStream(entry)) {
                            read(content, described);
                        }
                    }
                }
            }
        }
        return described;
    }

    private static void read(InputStream content, Map<String, Map<String, String>> described)
            throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(content);
        Map<String, String> attributes = new TreeMap<>();
        NodeList definitions = document.getElementsByTagNameNS("*", "AD");
        for (int i = 0; i < definitions.getLength(); i++) {
            Element definition = (Element) definitions.item(i);
            attributes.put(
                    definition.getAttribute("id"),
                    definition.getAttribute("default").replace("\\,", ",").replace("\\ ", " "));
        }
        NodeList designates = document.getElementsByTagNameNS("*", "Designate");
        for (int i = 0; i < designates.getLength(); i++) {
            String pid = ((Element) designates.item(i)).getAttribute("pid");
            // A factory's configurations are accounts, made at run time.
            if (!pid.isEmpty()) {
                described.put(pid, attributes);
            }
        }
    }
}
