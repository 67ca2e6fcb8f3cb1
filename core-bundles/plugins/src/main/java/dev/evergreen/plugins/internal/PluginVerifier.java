package dev.evergreen.plugins.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.kit.descriptor.Descriptor;
import dev.evergreen.kit.descriptor.DescriptorException;
import dev.evergreen.kit.descriptor.DescriptorReader;
import dev.evergreen.spi.descriptor.DescriptorFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** Decides whether a file is a plugin that may be installed, without running anything of it. */
final class PluginVerifier {
    private static final int BUFFER = 1 << 16;
    private static final long LONGEST_DESCRIPTOR = 1 << 20;

    private final DescriptorReader descriptors = new DescriptorReader();
    private final Set<String> allowedDigests;
    private final Set<String> allowedSigners;

    PluginVerifier(String[] allowedDigests, String[] allowedSigners) {
        this.allowedDigests = words(allowedDigests);
        this.allowedSigners = words(allowedSigners);
    }

    private static Set<String> words(String[] values) {
        Set<String> words = new HashSet<>(Arrays.asList(values));
        words.removeIf(String::isBlank);
        return words;
    }

    PluginFile verify(Path file, String fileName) {
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            Attributes headers = headers(jar, fileName);
            String name = name(headers, fileName);
            Version version = version(headers, fileName);
            refuseCoreImports(headers, fileName);
            String digest = digest(file);
            refuseStrangers(jar, digest, fileName);
            return new PluginFile(file, fileName, name, version, digest, descriptors(jar, fileName));
        } catch (ZipException e) {
            throw refused(
                    fileName, "is no jar file (" + e.getMessage() + "); give the bundle that the plugin's build made");
        } catch (SecurityException e) {
            throw refused(fileName, "has a broken signature: " + e.getMessage());
        } catch (IOException e) {
            throw refused(fileName, "cannot be read: " + e.getMessage());
        }
    }

    private static Attributes headers(JarFile jar, String fileName) throws IOException {
        Manifest manifest = jar.getManifest();
        if (manifest == null || manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
            throw refused(
                    fileName,
                    "is no OSGi bundle: its manifest has no Bundle-SymbolicName; build it with bnd-maven-plugin");
        }
        return manifest.getMainAttributes();
    }

    private static String name(Attributes headers, String fileName) {
        String name =
                headers.getValue(Constants.BUNDLE_SYMBOLICNAME).split(";")[0].strip();
        if (!name.matches("[A-Za-z0-9_.-]{1,200}")) {
            throw refused(fileName, "has the symbolic name '" + name + "', which is none");
        }
        return name;
    }

    private static Version version(Attributes headers, String fileName) {
        try {
            return Version.parseVersion(headers.getValue(Constants.BUNDLE_VERSION));
        } catch (IllegalArgumentException e) {
            throw refused(
                    fileName,
                    "has the version '" + headers.getValue(Constants.BUNDLE_VERSION)
                            + "', which is no OSGi version such as 1.2.0");
        }
    }

    /** A plugin that reached into the engine would break with every release of it. */
    private static void refuseCoreImports(Attributes headers, String fileName) {
        String imports =
                Optional.ofNullable(headers.getValue(Constants.IMPORT_PACKAGE)).orElse("");
        List<String> core = Arrays.stream(imports.replaceAll("\"[^\"]*\"", "").split("[,;]"))
                .map(String::strip)
                .filter(word -> word.startsWith("dev.evergreen."))
                .filter(word -> !word.equals("dev.evergreen.spi") && !word.startsWith("dev.evergreen.spi."))
                .toList();
        if (!core.isEmpty()) {
            throw refused(
                    fileName,
                    "imports " + core + ", which belongs to the engine; a plugin uses dev.evergreen.spi only");
        }
    }

    private void refuseStrangers(JarFile jar, String digest, String fileName) throws IOException {
        if (allowedDigests.isEmpty() && allowedSigners.isEmpty() || allowedDigests.contains(digest)) {
            return;
        }
        String signer = signer(jar);
        if (signer == null || !allowedSigners.contains(signer)) {
            throw new ProblemException(
                    Problem.Kind.FORBIDDEN,
                    "plugin",
                    fileName + " (" + digest + ", " + (signer == null ? "not signed" : "signed by " + signer)
                            + ") is not on this node's list; add its digest or signer to dev.evergreen.plugins.");
        }
    }

    /** The one who signed every entry; null when nobody did. Reading an entry to its end is what checks its signature. */
    private static @Nullable String signer(JarFile jar) throws IOException {
        Set<String> signers = new HashSet<>();
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (entry.isDirectory() || entry.getName().startsWith("META-INF/")) {
                continue;
            }
            try (InputStream content = jar.getInputStream(entry)) {
                content.skipNBytes(entry.getSize());
                content.readAllBytes();
            }
            CodeSigner[] by = entry.getCodeSigners();
            if (by == null || by.length == 0) {
                return null;
            }
            X509Certificate certificate = (X509Certificate)
                    by[0].getSignerCertPath().getCertificates().get(0);
            signers.add(certificate.getSubjectX500Principal().getName());
        }
        return signers.size() == 1 ? signers.iterator().next() : null;
    }

    private List<Descriptor> descriptors(JarFile jar, String fileName) throws IOException {
        List<Descriptor> found = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (!isDescriptor(entry.getName())) {
                continue;
            }
            if (entry.getSize() > LONGEST_DESCRIPTOR) {
                throw refused(fileName, "has a descriptor of " + entry.getSize() + " bytes: " + entry.getName());
            }
            try (InputStream content = jar.getInputStream(entry)) {
                String text = new String(content.readNBytes((int) LONGEST_DESCRIPTOR), StandardCharsets.UTF_8);
                found.add(descriptors.read(text, entry.getName().substring(DescriptorFiles.FOLDER.length() + 1)));
            } catch (DescriptorException e) {
                problems.add(new Problem(
                        Problem.Kind.INVALID,
                        entry.getName(),
                        fileName + ": " + entry.getName() + ": " + e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems, null);
        }
        if (found.isEmpty()) {
            throw refused(fileName, "has no descriptor " + DescriptorFiles.FOLDER + "/<id>" + DescriptorFiles.SUFFIX);
        }
        return found;
    }

    static boolean isDescriptor(String entry) {
        return entry.startsWith(DescriptorFiles.FOLDER + "/")
                && entry.endsWith(DescriptorFiles.SUFFIX)
                && entry.indexOf('/') == entry.lastIndexOf('/');
    }

    private static String digest(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static ProblemException refused(String fileName, String why) {
        return new ProblemException(Problem.Kind.INVALID, "plugin", fileName + " " + why + ".");
    }
}
