package dev.evergreen.editor;

import dev.evergreen.domain.access.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Plays a project's newest timeline while it is edited. Thread-safe. */
@ProviderType
public interface Previews {
    /**
     * Writes a part of the timeline as fragmented MP4, whose times start at 0, while it is drawn.
     *
     * @param firstFrame on the timeline
     * @param frames at least 1; less are played where the timeline ends
     * @param shorterSide of the pictures in pixels, 90 to 1080
     * @param target is flushed after every fragment and not closed
     * @throws dev.evergreen.domain.ProblemException NOT_FOUND also while no production has assembled a timeline, INVALID for values out
     *     of range, UNAVAILABLE where the timeline cannot be drawn; all of them before anything is written
     * @throws IOException from the target, such as a viewer who has gone
     */
    void play(Person person, UUID projectId, long firstFrame, int frames, int shorterSide, OutputStream target)
            throws IOException;
}
