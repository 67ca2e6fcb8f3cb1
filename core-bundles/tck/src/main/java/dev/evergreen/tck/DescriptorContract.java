package dev.evergreen.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.evergreen.kit.descriptor.Descriptor;
import dev.evergreen.kit.descriptor.DescriptorException;
import dev.evergreen.kit.descriptor.DescriptorReader;
import dev.evergreen.spi.descriptor.DescriptorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every descriptor of a plugin project is valid, and every service names one of them. Extend it once a project; it reads
 * {@code src/main/resources} and {@code src/main/java} of the folder that the build runs in.
 */
public abstract class DescriptorContract {
    private static final Pattern SERVICE_ID =
            Pattern.compile("(?:PLUGIN_ID|EffectPlugin\\.ID)\\s*\\+\\s*\"=([^\"]+)\"");

    /** Where the project lies; the build's working directory by default. */
    protected Path project() {
        return Path.of("");
    }

    @Test
    void descriptorsAreValid() throws IOException, DescriptorException {
        assertFalse(descriptors().isEmpty(), "no " + DescriptorFiles.FOLDER + "/*" + DescriptorFiles.SUFFIX);
    }

    @Test
    void everyServiceHasItsDescriptor() throws IOException, DescriptorException {
        Set<String> described = new TreeSet<>();
        descriptors().forEach(descriptor -> described.add(descriptor.id()));
        assertEquals(described, serviceIds(), "ids of descriptors, and ids that services are registered with");
    }

    private List<Descriptor> descriptors() throws IOException, DescriptorException {
        DescriptorReader reader = new DescriptorReader();
        List<Descriptor> found = new ArrayList<>();
        try (Stream<Path> files =
                Files.list(project().resolve("src/main/resources").resolve(DescriptorFiles.FOLDER))) {
            for (Path file : files.filter(path -> path.toString().endsWith(DescriptorFiles.SUFFIX))
                    .toList()) {
                found.add(reader.read(Files.readString(file), file.getFileName().toString()));
            }
        }
        return found;
    }

    private Set<String> serviceIds() throws IOException {
        Set<String> ids = new TreeSet<>();
        try (Stream<Path> files = Files.walk(project().resolve("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = SERVICE_ID.matcher(Files.readString(file));
                while (matcher.find()) {
                    ids.add(matcher.group(1));
                }
            }
        }
        return ids;
    }
}
