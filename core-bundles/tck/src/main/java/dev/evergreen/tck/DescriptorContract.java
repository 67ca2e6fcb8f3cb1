package dev.evergreen.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.evergreen.kit.descriptor.DescriptorException;
import dev.evergreen.spi.descriptor.DescriptorFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Every descriptor of a plugin project is valid, and every service names one of them. Extend it once a project; it reads
 * {@code src/main/resources} and {@code src/main/java} of the folder that the build runs in.
 */
public abstract class DescriptorContract {
    /** Where the project lies; the build's working directory by default. */
    protected Path project() {
        return Path.of("");
    }

    @Test
    void descriptorsAreValid() throws IOException, DescriptorException {
        assertFalse(
                new PluginProject(project()).descriptors().isEmpty(),
                "no " + DescriptorFiles.FOLDER + "/*" + DescriptorFiles.SUFFIX);
    }

    @Test
    void everyServiceHasItsDescriptor() throws IOException, DescriptorException {
        PluginProject plugins = new PluginProject(project());
        assertEquals(
                plugins.descriptors().keySet(),
                plugins.services().keySet(),
                "ids of descriptors, and ids that services are registered with");
    }
}
