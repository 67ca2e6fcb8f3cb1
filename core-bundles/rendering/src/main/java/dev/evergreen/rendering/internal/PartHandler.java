package dev.evergreen.rendering.internal;

import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.media.FilmPieces;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.RenderListener;
import dev.evergreen.media.RenderProgress;
import dev.evergreen.media.RenderRequest;
import dev.evergreen.rendering.internal.Parts.Film;
import dev.evergreen.rendering.internal.Parts.Input;
import dev.evergreen.rendering.internal.Parts.Output;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a part of a film and hands its pieces to the other nodes. A film never fails because of a part: what could not be made here
 * is told, and whoever joins the film tries it once more and says what is wrong.
 */
@Component(property = JobHandler.KIND + "=" + Parts.KIND)
public final class PartHandler implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PartHandler.class);
    private static final double DRAWN_PERCENT = 95;

    private final FilmPieces pieces;
    private final SharedPieces shared;
    private final BlobStore blobs;
    private final NodeData data;

    @Activate
    public PartHandler(
            @Reference FilmPieces pieces,
            @Reference SharedPieces shared,
            @Reference BlobStore blobs,
            @Reference NodeData data) {
        this.pieces = pieces;
        this.shared = shared;
        this.blobs = blobs;
        this.data = data;
    }

    @Override
    public JobOutcome handle(JobContext job) throws IOException {
        Input input = Json.read(job.job().input(), Input.class);
        Map<String, String> there = new TreeMap<>();
        Set<String> wanted = new HashSet<>();
        for (String key : input.pieces()) {
            shared.find(key).ifPresentOrElse(digest -> there.put(key, digest), () -> wanted.add(key));
        }
        String problem = wanted.isEmpty() ? "" : make(film(input.film()), wanted, job);
        for (String key : wanted) {
            job.throwIfCancelled();
            shared.share(key).ifPresent(digest -> there.put(key, digest));
        }
        return JobOutcome.done(Json.write(new Output(data.nodeId(), there, problem)));
    }

    private Film film(String digest) throws IOException {
        try (InputStream content = blobs.open(digest)) {
            return Json.read(new String(content.readAllBytes(), StandardCharsets.UTF_8), Film.class);
        }
    }

    /** Answers what went wrong; empty where nothing did. */
    private String make(Film film, Set<String> wanted, JobContext job) {
        // A part writes no film; only its pieces are kept.
        Path nowhere = data.root().resolve("no-film");
        RenderRequest request = new RenderRequest(film.timeline(), film.encoding(), nowhere);
        try {
            Set<String> made = pieces.make(request, wanted, this::blob, new Listener(job));
            return made.containsAll(wanted)
                    ? ""
                    : (wanted.size() - made.size())
                            + " pieces are made of plugins in other versions than this node has";
        } catch (MediaException e) {
            if (e.kind() == MediaException.Kind.CANCELLED) {
                CancellationException cancelled = new CancellationException(e.getMessage());
                cancelled.initCause(e);
                throw cancelled;
            }
            LOG.warn(
                    "{} (job {}) is left to the node that joins the film",
                    job.job().title(),
                    job.job().id(),
                    e);
            return String.valueOf(e.getMessage());
        }
    }

    private Path blob(String digest) throws IOException {
        try {
            return blobs.localPath(digest);
        } catch (StorageException e) {
            throw new IOException("A file of the timeline cannot be read: " + e.getMessage(), e);
        }
    }

    private record Listener(JobContext job) implements RenderListener {
        @Override
        public void progress(RenderProgress progress) {
            job.progress(
                    (int) (progress.fraction() * DRAWN_PERCENT),
                    "drawing frame " + progress.framesDone() + " of " + progress.frames());
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
}
