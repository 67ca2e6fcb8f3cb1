package dev.evergreen.plugins.internal;

import dev.evergreen.kit.descriptor.Descriptor;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.Version;

/**
 * A jar that was found to be a plugin.
 *
 * @param file where it lies
 * @param fileName as its giver named it
 */
record PluginFile(
        Path file, String fileName, String symbolicName, Version version, String digest, List<Descriptor> descriptors) {
    PluginFile {
        descriptors = List.copyOf(descriptors);
    }
}
