package dev.evergreen.spi.provider;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** A folder of one call, removed by the engine when the result is stored. */
@ProviderType
public interface Workspace {
    /** A new, not yet existing file's path with that ending, for example {@code .png}. */
    Path newFile(String suffix);
}
