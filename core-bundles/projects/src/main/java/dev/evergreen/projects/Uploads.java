package dev.evergreen.projects;

import dev.evergreen.domain.access.Person;
import org.osgi.annotation.versioning.ProviderType;

/** Takes in people's own pictures, clips and recordings. Thread-safe. */
@ProviderType
public interface Uploads {
    /**
     * Reads the content to its end, tells by it what it is, and stores a normalised copy. Blocks until that is done.
     *
     * @throws dev.evergreen.domain.ProblemException TOO_LARGE, UNSUPPORTED_MEDIA, INVALID or EXHAUSTED; nothing is left behind then
     */
    StoredAsset upload(Person person, Upload upload);

    /** The size above which a file is refused, in bytes. */
    long maximumBytes();
}
