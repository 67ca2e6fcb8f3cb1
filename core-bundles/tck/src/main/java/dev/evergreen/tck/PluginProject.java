package dev.evergreen.tck;

import dev.evergreen.kit.descriptor.Descriptor;
import dev.evergreen.kit.descriptor.DescriptorException;
import dev.evergreen.kit.descriptor.DescriptorReader;
import dev.evergreen.spi.descriptor.DescriptorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The plugins of a Maven module, one or many, as its sources and its descriptors name them. */
public final class PluginProject {
    private static final Pattern SERVICE_ID =
            Pattern.compile("(?:PLUGIN_ID|EffectPlugin\\.ID)\\s*\\+\\s*\"=([^\"]+)\"");

    private final Path sources;
    private final Path descriptors;

    /** @param folder where the module lies; builds run in it, so that tests give the empty path */
    public PluginProject(Path folder) {
        sources = folder.resolve("src/main/java");
        descriptors = folder.resolve("src/main/resources").resolve(DescriptorFiles.FOLDER);
    }

    /**
     * All descriptors by their ids.
     *
     * @throws DescriptorException naming the first that is not valid
     */
    public SortedMap<String, Descriptor> descriptors() throws IOException, DescriptorException {
        DescriptorReader reader = new DescriptorReader();
        SortedMap<String, Descriptor> found = new TreeMap<>();
        for (Path file : files(descriptors, path -> path.toString().endsWith(DescriptorFiles.SUFFIX))) {
            Descriptor descriptor = reader.read(
                    Files.readString(file),
                    Objects.requireNonNull(file.getFileName()).toString());
            found.put(descriptor.id(), descriptor);
        }
        return found;
    }

    /** The folder of the descriptors and of what they name beside them. */
    public Path descriptorFolder() {
        return descriptors;
    }

    /** The classes that are registered as plugins, by the ids they are registered with. */
    public SortedMap<String, String> services() throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        for (Path file : files(sources, path -> path.toString().endsWith(".java"))) {
            Matcher matcher = SERVICE_ID.matcher(Files.readString(file));
            while (matcher.find()) {
                String type = sources.relativize(file).toString().replace(java.io.File.separatorChar, '.');
                found.put(matcher.group(1), type.substring(0, type.length() - ".java".length()));
            }
        }
        return found;
    }

    /** One object of every plugin that needs nothing to be made, as effects, transitions and exporters do not. */
    public <T> SortedMap<String, T> plugins(Class<T> type) throws IOException, ReflectiveOperationException {
        SortedMap<String, T> made = new TreeMap<>();
        for (Map.Entry<String, String> service : services().entrySet()) {
            Object plugin = Class.forName(service.getValue()).getConstructor().newInstance();
            if (type.isInstance(plugin)) {
                made.put(service.getKey(), type.cast(plugin));
            }
        }
        return made;
    }

    private static List<Path> files(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(wanted).sorted().toList();
        }
    }
}
