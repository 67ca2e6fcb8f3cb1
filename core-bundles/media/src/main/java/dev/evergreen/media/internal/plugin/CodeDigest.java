package dev.evergreen.media.internal.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;

/** Digests of code: two builds that could draw differently have different ones. */
public final class CodeDigest {
    private CodeDigest() {}

    /** The digest of the bundle, or outside of OSGi of the jar or folder, that a class is in. */
    public static String of(Class<?> type) {
        Bundle bundle = FrameworkUtil.getBundle(type);
        try {
            return bundle == null || bundle.adapt(BundleWiring.class) == null ? ofLocation(type) : ofBundle(bundle);
        } catch (IOException e) {
            throw new UncheckedIOException("The code of " + type.getName() + " cannot be read", e);
        }
    }

    private static String ofBundle(Bundle bundle) throws IOException {
        Map<String, URL> entries = new TreeMap<>();
        Enumeration<URL> found = bundle.findEntries("/", "*", true);
        for (URL url : found == null ? Collections.<URL>emptyList() : Collections.list(found)) {
            if (!url.getPath().endsWith("/")) {
                entries.put(url.getPath(), url);
            }
        }
        MessageDigest digest = sha256();
        for (URL url : entries.values()) {
            try (InputStream in = url.openStream()) {
                digest.update(in.readAllBytes());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String ofLocation(Class<?> type) throws IOException {
        Path location =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
        MessageDigest digest = sha256();
        try (Stream<Path> files = Files.walk(location)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
