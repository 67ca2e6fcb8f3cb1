package dev.evergreen.domain.storage;

import dev.evergreen.domain.ProblemException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Makes media that came from elsewhere safe to open. Thread-safe. */
@ProviderType
public interface MediaIntake {
    /**
     * @param file the caller's to delete
     * @param mediaType of the file
     */
    record Taken(Path file, String mediaType) {}

    /**
     * Makes a copy that the engine's own code may open; what the file is tells its content, never its name.
     *
     * @param folder where the copy is put under an own name; nothing is left there on failure
     * @throws ProblemException UNSUPPORTED_MEDIA or TOO_LARGE, naming the file and what is wrong with it
     * @throws StorageException when the copy cannot be written
     */
    Taken take(Path file, Path folder);
}
