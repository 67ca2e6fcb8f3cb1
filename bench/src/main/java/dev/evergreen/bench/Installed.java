package dev.evergreen.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The plugins of a folder of bundles, each in a class loader of its own as in a node.
 *
 * @param kind the interface that it offers
 */
record Installed(String id, Class<?> kind, Object service) {
    /** All plugins for pictures below a folder, by their ids. */
    static Map<String, Installed> in(Path folder) throws IOException {
        Map<String, Installed> found = new TreeMap<>();
        List<Path> jars;
        try (Stream<Path> files = Files.walk(folder)) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
        for (Path jar : jars) {
            for (Installed plugin : of(jar)) {
                found.put(plugin.id(), plugin);
            }
        }
        return found;
    }

    private static List<Installed> of(Path jar) throws IOException {
        List<Installed> plugins = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            if (file.getManifest() == null) {
                return plugins;
            }
            String components = file.getManifest().getMainAttributes().getValue("Service-Component");
            for (String component : components == null ? new String[0] : components.split(",")) {
                try (InputStream in = file.getInputStream(file.getJarEntry(component.strip()))) {
                    Document document = DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(in);
                    String kind = attribute(document, "provide", "interface");
                    if (kind.startsWith("dev.evergreen.spi.effect.") && !kind.endsWith(".AudioEffect")) {
                        plugins.add(loaded(
                                jar,
                                attribute(document, "property", "value"),
                                kind,
                                attribute(document, "implementation", "class")));
                    }
                }
            }
        } catch (ParserConfigurationException | SAXException | ReflectiveOperationException e) {
            throw new IOException(jar + " cannot be read as a bundle: " + e, e);
        }
        return plugins;
    }

    /** Of the first such element; empty where there is none. */
    private static String attribute(Document document, String element, String attribute) {
        return document.getElementsByTagName(element).item(0) instanceof Element first
                ? first.getAttribute(attribute)
                : "";
    }

    private static Installed loaded(Path jar, String id, String kind, String implementation)
            throws IOException, ReflectiveOperationException {
        // Stays open for as long as the process runs, as plugins load their classes when they need them.
        URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, new Imports());
        Object service = loader.loadClass(implementation).getConstructor().newInstance();
        return new Installed(id, Class.forName(kind), service);
    }

    /** What bundles of plugins import: the SPI and the JDK. What they embed is their own, as in a node. */
    private static final class Imports extends ClassLoader {
        Imports() {
            super(Installed.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("dev.evergreen.") && !name.startsWith("dev.evergreen.spi.")) {
                throw new ClassNotFoundException(name + " is not imported");
            }
            return super.loadClass(name, resolve);
        }
    }
}
