package dev.evergreen.rendering;

import dev.evergreen.jobs.JobContext;
import dev.evergreen.media.BlobReader;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.RenderListener;
import dev.evergreen.media.RenderRequest;
import org.osgi.annotation.versioning.ProviderType;

/** Renders films for jobs. The film is the same, byte for byte, however many nodes had a part in it. Thread-safe. */
@ProviderType
public interface FilmRendering {
    /**
     * Renders in the caller's time. Where several nodes render and the film is long enough, the first call only says into which parts
     * they divide it: the job rests until these have ended, and the second call joins what they have made. What is missing then,
     * because a node died or a part failed, is made by that call.
     *
     * @param request equal in every call for the same job, but for the output
     * @param job whose film it is; its progress while it rests is that of the parts, and cancelling it cancels them
     * @throws MediaException as {@link dev.evergreen.media.Renderer#render} does
     */
    Rendering render(RenderRequest request, BlobReader blobs, JobContext job, RenderListener listener)
            throws MediaException;
}
