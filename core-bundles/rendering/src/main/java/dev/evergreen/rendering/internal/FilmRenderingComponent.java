package dev.evergreen.rendering.internal;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.JobWorker;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.jobs.NewJob;
import dev.evergreen.jobs.Queues;
import dev.evergreen.media.BlobReader;
import dev.evergreen.media.FilmPiece;
import dev.evergreen.media.FilmPieces;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.RenderListener;
import dev.evergreen.media.RenderRequest;
import dev.evergreen.media.Renderer;
import dev.evergreen.rendering.FilmRendering;
import dev.evergreen.rendering.Rendering;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Divides films among the nodes that work on the queue of exports. */
@Component(configurationPid = "dev.evergreen.rendering")
@Designate(ocd = RenderingConfiguration.class)
public final class FilmRenderingComponent implements FilmRendering {
    private static final Logger LOG = LoggerFactory.getLogger(FilmRenderingComponent.class);

    /** Nodes give a sign of life every two seconds; the one that has missed a few may be dead, and gets no part. */
    private static final Duration ALIVE = Duration.ofSeconds(8);

    /** The end of the last part ends the rest; this only counts where that was in the very moment in which the rest began. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final Renderer renderer;
    private final FilmPieces pieces;
    private final SharedPieces shared;
    private final Jobs jobs;
    private final Queues queues;
    private final BlobStore blobs;
    private final Division division;

    @Activate
    public FilmRenderingComponent(
            @Reference Renderer renderer,
            @Reference FilmPieces pieces,
            @Reference SharedPieces shared,
            @Reference Jobs jobs,
            @Reference Queues queues,
            @Reference BlobStore blobs,
            RenderingConfiguration configuration) {
        this(renderer, pieces, shared, jobs, queues, blobs, Division.of(configuration));
    }

    FilmRenderingComponent(
            Renderer renderer,
            FilmPieces pieces,
            SharedPieces shared,
            Jobs jobs,
            Queues queues,
            BlobStore blobs,
            Division division) {
        this.renderer = renderer;
        this.pieces = pieces;
        this.shared = shared;
        this.jobs = jobs;
        this.queues = queues;
        this.blobs = blobs;
        this.division = division;
    }

    @Override
    public Rendering render(RenderRequest request, BlobReader reader, JobContext job, RenderListener listener)
            throws MediaException {
        List<Job> parts = jobs.children(job.job().id()).stream()
                .filter(step -> step.kind().equals(Parts.KIND))
                .toList();
        if (parts.stream().anyMatch(FilmRenderingComponent::isUnderWay)) {
            return new Rendering.Later(new JobOutcome.Again(REST));
        }
        int nodes = parts.isEmpty() && division.most() > 1 ? nodes() : 1;
        if (nodes > 1 || !parts.isEmpty()) {
            List<FilmPiece> missing = fetched(pieces.missing(request), made(parts), job);
            List<List<FilmPiece>> divided = parts.isEmpty() ? division.divide(missing, nodes) : List.of();
            if (!divided.isEmpty()) {
                LOG.info("{} is divided into {} parts for {} nodes", job.job().title(), divided.size(), nodes);
                return new Rendering.Later(new JobOutcome.Again(REST, parts(request, divided, job.job())));
            }
        }
        return new Rendering.Film(renderer.render(request, reader, listener));
    }

    /** A part that no node can work on is none to wait for. */
    private static boolean isUnderWay(Job part) {
        return !part.state().isFinal() && part.state() != JobState.PARKED;
    }

    private int nodes() {
        return (int) queues.workers().stream()
                .filter(worker -> worker.silent().compareTo(ALIVE) < 0)
                .filter(worker -> worker.share().concurrency().containsKey(Queue.EXPORT))
                .map(JobWorker::node)
                .distinct()
                .count();
    }

    /** The blobs of what the parts have made, by key. */
    private static Map<String, String> made(List<Job> parts) {
        Map<String, String> made = new TreeMap<>();
        for (Job part : parts) {
            if (part.state() == JobState.SUCCEEDED) {
                made.putAll(Json.read(part.output(), Parts.Output.class).pieces());
            }
        }
        return made;
    }

    /** Takes over what other nodes have made, for this film or for another one; answers what is still missing. */
    private List<FilmPiece> fetched(List<FilmPiece> missing, Map<String, String> made, JobContext job) {
        List<FilmPiece> left = new ArrayList<>();
        for (FilmPiece piece : missing) {
            job.throwIfCancelled();
            Optional<String> blob = Optional.ofNullable(made.get(piece.key())).or(() -> shared.find(piece.key()));
            if (blob.isEmpty() || !shared.fetch(piece.key(), blob.get())) {
                left.add(piece);
            }
        }
        return left;
    }

    private List<NewJob> parts(RenderRequest request, List<List<FilmPiece>> divided, Job film) {
        byte[] common = Json.write(new Parts.Film(request.timeline(), request.encoding()))
                .getBytes(StandardCharsets.UTF_8);
        String blob = blobs.put(
                        BlobSpec.evictable(BlobKind.GENERATED, "application/json"), new ByteArrayInputStream(common))
                .digest();
        List<NewJob> parts = new ArrayList<>();
        for (List<FilmPiece> part : divided) {
            int number = parts.size() + 1;
            List<String> keys = part.stream().map(FilmPiece::key).toList();
            parts.add(new NewJob(
                    UUID.randomUUID(),
                    film.projectId(),
                    Optional.of(film.id()),
                    Queue.EXPORT,
                    Parts.KIND,
                    "Draw part " + number + " of " + divided.size(),
                    film.priority(),
                    Json.write(new Parts.Input(blob, keys)),
                    Optional.of(Parts.KIND + "/" + film.id() + "/" + number),
                    List.of(),
                    Optional.empty(),
                    film.correlationId(),
                    Math.max(1, (int) Math.round(Division.work(part))),
                    true));
        }
        return parts;
    }
}
