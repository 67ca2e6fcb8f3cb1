package dev.evergreen.rendering.internal;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobSchedule;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.JobWorker;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.job.QueueState;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.BlobUsage;
import dev.evergreen.domain.storage.Cache;
import dev.evergreen.domain.storage.CacheStatistics;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobFilter;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.jobs.NewJob;
import dev.evergreen.jobs.Queues;
import dev.evergreen.media.BlobReader;
import dev.evergreen.media.FilmPiece;
import dev.evergreen.media.FilmPieces;
import dev.evergreen.media.Loudness;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.RenderListener;
import dev.evergreen.media.RenderRequest;
import dev.evergreen.media.RenderResult;
import dev.evergreen.media.Renderer;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.ExportRequest;
import dev.evergreen.spi.timeline.Canvas;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/** What nodes share, in memory, and nodes whose engines make pieces of a word. */
final class Studio implements Jobs, Queues, BlobStore, Cache {
    /** The pieces of the one film, of ten megapixels each. */
    static final List<String> FILM = List.of("a-sound-0", "b", "c", "d", "e", "f");

    final Map<UUID, NewJob> submitted = new LinkedHashMap<>();
    final Map<UUID, JobState> states = new HashMap<>();
    final Map<UUID, String> outputs = new HashMap<>();
    final List<JobWorker> workers = new ArrayList<>();
    final Map<String, byte[]> blobs = new HashMap<>();
    final Map<String, byte[]> cached = new HashMap<>();

    void join(String node, Duration silent) {
        workers.add(new JobWorker(node, new JobWorker.Share(Map.of(Queue.EXPORT, 1), Map.of()), Instant.EPOCH, silent));
    }

    /** An engine that has some of the film's pieces. */
    final class Node implements FilmPieces, Renderer, NodeData {
        final Set<String> kept = new TreeSet<>();
        final Set<String> made = new TreeSet<>();
        final Set<String> broken = new HashSet<>();
        private final String name;
        private final Path folder;

        Node(String name, Path folder) {
            this.name = name;
            this.folder = folder;
        }

        SharedPieces shared() {
            return new SharedPieces(this, Studio.this, Studio.this, this);
        }

        FilmRenderingComponent rendering(Division division) {
            return new FilmRenderingComponent(this, this, shared(), Studio.this, Studio.this, Studio.this, division);
        }

        PartHandler parts() {
            return new PartHandler(this, shared(), Studio.this, this);
        }

        @Override
        public List<FilmPiece> missing(RenderRequest request) {
            return FILM.stream()
                    .filter(key -> !kept.contains(key))
                    .map(key -> new FilmPiece(key, 10))
                    .toList();
        }

        @Override
        public Set<String> make(RenderRequest request, Set<String> keys, BlobReader reader, RenderListener listener)
                throws MediaException {
            Set<String> there = new TreeSet<>(FILM);
            there.retainAll(keys);
            for (String key : there) {
                if (broken.contains(key)) {
                    throw new MediaException(MediaException.Kind.PLUGIN_FAILED, "the paint of " + key + " is out");
                }
                if (kept.add(key)) {
                    made.add(key);
                }
            }
            return there;
        }

        @Override
        public boolean write(String key, OutputStream target) throws IOException {
            if (kept.contains(key)) {
                target.write(("piece " + key).getBytes(StandardCharsets.UTF_8));
            }
            return kept.contains(key);
        }

        @Override
        public boolean keep(String key, InputStream source) throws IOException {
            boolean whole = new String(source.readAllBytes(), StandardCharsets.UTF_8).equals("piece " + key);
            return whole && kept.add(key);
        }

        @Override
        public RenderResult render(RenderRequest request, BlobReader reader, RenderListener listener)
                throws MediaException {
            int before = kept.size();
            make(request, Set.copyOf(FILM), reader, listener);
            return new RenderResult(
                    request.output(),
                    List.of(),
                    1,
                    Duration.ofSeconds(1),
                    FILM.size() - before,
                    before,
                    false,
                    new Loudness(-14, -1));
        }

        @Override
        public EncodingPlan plan(String exporterId, ExportRequest request, Canvas canvas) {
            throw new AssertionError("the plan is made already");
        }

        @Override
        public Path root() {
            return folder;
        }

        @Override
        public Path folder(String... names) {
            try {
                return Files.createDirectories(folder.resolve(String.join("/", names)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String nodeId() {
            return name;
        }
    }

    /** A running job. */
    record Context(Job job, boolean cancelled) implements JobContext {
        @Override
        public void progress(int percent, String stage) {
            if (percent < 0 || percent > 100) {
                throw new AssertionError(percent + " %");
            }
        }

        @Override
        public void throwIfCancelled() {
            if (cancelled) {
                throw new CancellationException();
            }
        }

        @Override
        public AutoCloseable onCancel(Runnable action) {
            return () -> {};
        }

        @Override
        public String outputOf(UUID jobId) {
            throw new AssertionError("nothing is handed on");
        }
    }

    Job job(UUID id, String kind, String input, JobState state) {
        return new Job(
                id,
                Optional.empty(),
                Optional.empty(),
                Queue.EXPORT,
                kind,
                kind,
                state,
                50,
                0,
                "",
                input,
                outputs.getOrDefault(id, "{}"),
                "",
                1,
                1,
                "test",
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
    }

    /** Lets a node do a part. */
    void run(UUID part, Node node) throws IOException {
        NewJob job = submitted.get(part);
        Job row = job(part, job.kind(), job.input(), JobState.RUNNING);
        JobOutcome.Done done = (JobOutcome.Done) node.parts().handle(new Context(row, false));
        outputs.put(part, done.output());
        states.put(part, JobState.SUCCEEDED);
    }

    @Override
    public List<UUID> submit(List<NewJob> jobs) {
        jobs.forEach(job -> {
            submitted.put(job.id(), job);
            states.put(job.id(), JobState.PENDING);
        });
        return jobs.stream().map(NewJob::id).toList();
    }

    @Override
    public List<Job> children(UUID parentId) {
        return submitted.values().stream()
                .filter(job -> job.parentId().equals(Optional.of(parentId)))
                .map(job -> job(job.id(), job.kind(), job.input(), states.get(job.id())))
                .toList();
    }

    @Override
    public Optional<Job> find(UUID id) {
        throw new AssertionError("nobody asks");
    }

    @Override
    public Page<Job> list(JobFilter filter, PageRequest page) {
        throw new AssertionError("nobody lists");
    }

    @Override
    public void cancel(UUID id) {
        throw new AssertionError("the queues cancel");
    }

    @Override
    public void retry(UUID id) {
        throw new AssertionError("nobody retries");
    }

    @Override
    public List<QueueState> list() {
        throw new AssertionError("nobody looks into the queues");
    }

    @Override
    public List<JobWorker> workers() {
        return workers;
    }

    @Override
    public List<JobSchedule> schedules() {
        return List.of();
    }

    @Override
    public void pause(Queue queue, boolean paused) {
        throw new AssertionError("nobody pauses");
    }

    @Override
    public void discard(UUID id) {
        throw new AssertionError("nobody discards");
    }

    @Override
    public BlobRef put(BlobSpec spec, InputStream content) {
        try {
            byte[] bytes = content.readAllBytes();
            String digest = "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            blobs.put(digest, bytes);
            return new BlobRef(digest, bytes.length, spec.mediaType());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Optional<BlobRef> find(String digest) {
        return Optional.ofNullable(blobs.get(digest)).map(bytes -> new BlobRef(digest, bytes.length, "any"));
    }

    @Override
    public InputStream open(String digest, long offset, long length) {
        byte[] bytes = blobs.get(digest);
        if (bytes == null) {
            throw new StorageException(StorageException.Kind.NOT_FOUND, "no blob " + digest);
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public Path localPath(String digest) {
        throw new AssertionError("this film shows no blob");
    }

    @Override
    public void verify(String digest) {
        throw new AssertionError("nobody asks");
    }

    @Override
    public boolean delete(String digest) {
        return blobs.remove(digest) != null;
    }

    @Override
    public BlobUsage usage() {
        return new BlobUsage(0, 0, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    @Override
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(cached.get(key));
    }

    @Override
    public void put(String key, byte[] value, Duration timeToLive, Set<String> tags) {
        cached.put(key, value);
    }

    @Override
    public void invalidate(String key) {
        cached.remove(key);
    }

    @Override
    public void invalidateTag(String tag) {
        throw new AssertionError("nothing is tagged");
    }

    @Override
    public void clear() {
        cached.clear();
    }

    @Override
    public Map<String, CacheStatistics> statistics() {
        return Map.of();
    }
}
