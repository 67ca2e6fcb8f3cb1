package dev.evergreen.rendering;

import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.media.RenderResult;

/** How far a call has brought a film. */
public sealed interface Rendering {
    /** The film is there. */
    record Film(RenderResult result) implements Rendering {}

    /**
     * Others work on it.
     *
     * @param outcome how the job's handler ends for now
     */
    record Later(JobOutcome.Again outcome) implements Rendering {}
}
