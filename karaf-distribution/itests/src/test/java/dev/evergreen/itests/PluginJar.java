package dev.evergreen.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes plugins for tests, and new versions of real ones. */
final class PluginJar {
    private final Manifest manifest = new Manifest();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    PluginJar(String symbolicName, String version) {
        header("Manifest-Version", "1.0");
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", symbolicName);
        header("Bundle-Version", version);
    }

    PluginJar header(String name, String value) {
        manifest.getMainAttributes().putValue(name, value);
        return this;
    }

    PluginJar without(String header) {
        manifest.getMainAttributes().remove(new Attributes.Name(header));
        return this;
    }

    PluginJar file(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A transition that needs nothing, as far as its descriptor goes. */
    PluginJar descriptor(String id) {
        return file("EVG-INF/" + id + ".yaml", """
                id: %s
                kind: transition
                title: A test's plugin
                description: Does nothing.
                version: 1.0.0
                parameters:
                  type: object
                """.formatted(id));
    }

    /** A component of that class, offered as a service, so that it is activated when somebody asks for it. */
    PluginJar component(Class<? extends Runnable> type) {
        String name = type.getName();
        String entry = name.replace('.', '/') + ".class";
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(entry)) {
            files.put(entry, Objects.requireNonNull(bytes, entry).readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the class " + name, e);
        }
        String description = "OSGI-INF/" + name + ".xml";
        header("Service-Component", description);
        return file(description, """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
                  <implementation class="%1$s"/>
                  <service><provide interface="java.lang.Runnable"/></service>
                </scr:component>
                """.formatted(name));
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** The same bundle under another version. */
    static byte[] withVersion(byte[] jar, String version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarInputStream old = new JarInputStream(new ByteArrayInputStream(jar))) {
            Manifest manifest = new Manifest(old.getManifest());
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (JarOutputStream changed = new JarOutputStream(bytes, manifest)) {
                for (JarEntry entry = old.getNextJarEntry(); entry != null; entry = old.getNextJarEntry()) {
                    changed.putNextEntry(new JarEntry(entry.getName()));
                    old.transferTo(changed);
                }
            }
        }
        return bytes.toByteArray();
    }
}
