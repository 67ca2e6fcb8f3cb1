package dev.evergreen.publishing.internal;

import dev.evergreen.jobs.JobContext;
import dev.evergreen.media.RenderListener;
import dev.evergreen.media.RenderProgress;
import java.util.concurrent.CancellationException;

/** Tells a job how far its film is, and the renderer when the job was cancelled. */
record JobListener(JobContext job) implements RenderListener {
    private static final double RENDERED_PERCENT = 90;

    @Override
    public void progress(RenderProgress progress) {
        job.progress((int) (progress.fraction() * RENDERED_PERCENT), words(progress));
    }

    private static String words(RenderProgress progress) {
        return switch (progress.stage()) {
            case COMPILING -> "planning the film";
            case SOUND -> "mixing the sound";
            case PICTURES -> "drawing frame " + progress.framesDone() + " of " + progress.frames();
            case MUXING -> "writing the file";
        };
    }

    @Override
    public boolean cancelled() {
        try {
            job.throwIfCancelled();
            return false;
        } catch (CancellationException e) {
            return true;
        }
    }
}
