package dev.evergreen.plugins.internal;

import dev.evergreen.kit.descriptor.Descriptor;
import dev.evergreen.kit.descriptor.DescriptorException;
import dev.evergreen.kit.descriptor.DescriptorReader;
import dev.evergreen.spi.descriptor.DescriptorFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bundles with a plugin descriptor, and what their descriptors say. */
final class DescribedBundles {
    private static final Logger LOG = LoggerFactory.getLogger(DescribedBundles.class);

    private final BundleContext framework;
    private final DescriptorReader reader = new DescriptorReader();

    DescribedBundles(BundleContext framework) {
        this.framework = framework;
    }

    /** Whoever installed them. */
    List<Bundle> all() {
        return Arrays.stream(framework.getBundles())
                .filter(bundle -> bundle.getState() != Bundle.UNINSTALLED)
                .filter(bundle -> !urls(bundle).isEmpty())
                .toList();
    }

    List<Descriptor> descriptors(Bundle bundle) {
        List<Descriptor> found = new ArrayList<>();
        for (URL url : urls(bundle)) {
            try (InputStream content = url.openStream()) {
                String file = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
                found.add(reader.read(new String(content.readAllBytes(), StandardCharsets.UTF_8), file));
            } catch (IOException | DescriptorException e) {
                LOG.warn("descriptor {} of {} is not valid", url, bundle.getSymbolicName(), e);
            }
        }
        return found;
    }

    private static List<URL> urls(Bundle bundle) {
        var entries = bundle.findEntries(DescriptorFiles.FOLDER, "*" + DescriptorFiles.SUFFIX, false);
        return entries == null ? List.of() : Collections.list(entries);
    }
}
