package dev.evergreen.itests.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** One feature for each installable thing. */
final class FeatureRules {
    private FeatureRules() {}

    static List<String> violations(Path repository) {
        List<String> violations = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        NodeList bundles = bundles(repository);
        for (int i = 0; i < bundles.getLength(); i++) {
            Element bundle = (Element) bundles.item(i);
            String location = bundle.getTextContent().trim();
            String feature = ((Element) bundle.getParentNode()).getAttribute("name");
            String other = owners.put(location, feature);
            if (other != null) {
                violations.add(location + " is in " + other + " and in " + feature);
            }
            if (bundle.hasAttribute("start-level")) {
                violations.add(location + " has a start level; services are dynamic");
            }
            if (location.startsWith("wrap:")) {
                violations.add(location + " is wrapped at run time; embed it in the bundle that owns it");
            }
        }
        return violations;
    }

    /** The engine's own bundles in any feature: artifact ids, and where a module has several {@code artifact:classifier}. */
    static Set<String> ownBundles(Path repository) {
        Set<String> own = new TreeSet<>();
        NodeList bundles = bundles(repository);
        for (int i = 0; i < bundles.getLength(); i++) {
            String[] parts = bundles.item(i).getTextContent().trim().split("/");
            if (parts[0].equals("mvn:dev.evergreen")) {
                own.add(parts.length > 4 ? parts[1] + ":" + parts[4] : parts[1]);
            }
        }
        return own;
    }

    private static NodeList bundles(Path repository) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(repository.toFile()).getElementsByTagNameNS("*", "bundle");
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(repository + " is no features repository", e);
        }
    }
}
