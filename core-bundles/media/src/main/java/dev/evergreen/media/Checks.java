package dev.evergreen.media;

import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Looks at a finished film from outside, as a viewer's machine would. Thread-safe. */
@ProviderType
public interface Checks {
    /**
     * Decodes the whole film in a child process and holds it against what it was made from.
     *
     * @param blobs what the timeline is made of
     * @throws MediaException where the film cannot be read
     */
    CheckReport check(Path film, TimelineSnapshot timeline, EncodingPlan encoding, BlobReader blobs)
            throws MediaException;
}
