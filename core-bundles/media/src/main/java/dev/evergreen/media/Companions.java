package dev.evergreen.media;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Makes the small files that an editor shows and plays in place of media. Thread-safe. */
@ProviderType
public interface Companions {
    /**
     * Makes all that a medium can have.
     *
     * @param file what {@link Ingest#normalise} left, or what the engine itself rendered
     * @param media what it is
     * @param folder where the files are put under own names; nothing is left there on failure
     * @throws MediaException of kind UNREADABLE, TOO_LARGE, TIMEOUT or STORAGE
     */
    CompanionFiles make(Path file, MediaInfo media, Path folder, WorkLimits limits) throws MediaException;
}
