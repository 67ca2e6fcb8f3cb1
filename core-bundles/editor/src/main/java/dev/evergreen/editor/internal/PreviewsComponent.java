package dev.evergreen.editor.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.editor.Previews;
import dev.evergreen.editor.Timelines;
import dev.evergreen.media.BlobReader;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.Preview;
import dev.evergreen.media.PreviewRequest;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Previews of what {@link Timelines} gives. */
@Component
public final class PreviewsComponent implements Previews {
    private final Timelines timelines;
    private final Preview preview;
    /** One and the same for all calls, by which the engine knows that its pictures are the same. */
    private final BlobReader files;

    @Activate
    public PreviewsComponent(@Reference Timelines timelines, @Reference Preview preview, @Reference BlobStore blobs) {
        this.timelines = timelines;
        this.preview = preview;
        files = blobs::localPath;
    }

    @Override
    public void play(Person person, UUID projectId, long firstFrame, int frames, int shorterSide, OutputStream target)
            throws IOException {
        TimelineSnapshot timeline = timelines.newest(person, projectId).timeline();
        try {
            PreviewRequest request = new PreviewRequest(timeline, firstFrame, frames, shorterSide);
            preview.play(request, files, target);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.Kind.INVALID, "preview", String.valueOf(e.getMessage()));
        } catch (MediaException e) {
            throw e.asProblem("timeline");
        }
    }
}
