package dev.evergreen.publishing.internal;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.access.Access;
import dev.evergreen.domain.access.Action;
import dev.evergreen.domain.access.Person;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.AssetRepository;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.ProjectRepository;
import dev.evergreen.domain.project.TimelineChange;
import dev.evergreen.domain.project.TimelineRepository;
import dev.evergreen.domain.project.TimelineRevision;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.domain.storage.BlobSpec;
import dev.evergreen.domain.storage.BlobStore;
import dev.evergreen.domain.storage.BlobUsage;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.domain.storage.Transactions;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobFilter;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.jobs.NewJob;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Ports in memory. */
final class Fakes {
    static final Person OWNER = new Person(UUID.randomUUID(), "owner@localhost", "Owner");
    static final Person STRANGER = new Person(UUID.randomUUID(), "stranger@localhost", "Stranger");
    static final UUID PROJECT = UUID.randomUUID();
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private Fakes() {}

    /** Everything that exports stand on. */
    static final class Ports {
        final Gate gate = new Gate();
        final Timelines timelines = new Timelines();
        final Assets assets = new Assets();
        final OneProject projects = new OneProject();
        final FakeJobs jobs = new FakeJobs();
        final Blobs blobs = new Blobs();
        final Bus bus = new Bus();
        final AtOnce transactions = new AtOnce();
        final FakeRenderer renderer = new FakeRenderer();
        final FakeRenderer.FakeChecks checks = new FakeRenderer.FakeChecks();
        final List<String> progress = new ArrayList<>();
        final AtomicBoolean cancelled = new AtomicBoolean();
    }

    static final class Gate implements Access {
        @Override
        public void require(Person person, Action action, Optional<UUID> project) {
            if (!person.equals(OWNER)) {
                throw new ProblemException(Problem.Kind.FORBIDDEN, "", "Only the owner may.");
            }
        }

        @Override
        public Person localOwner() {
            return OWNER;
        }
    }

    static final class Timelines implements TimelineRepository {
        private final List<TimelineRevision> stored = new ArrayList<>();
        int lastAsked;

        Timelines() {
            VisualClip clip = new VisualClip(
                    "v1", new SolidSource(Colour.WHITE), 0, 30, 0, Ratio.ONE, Transform.STILL, List.of(), null);
            TimelineSnapshot snapshot = new TimelineSnapshot(
                    new Canvas(640, 360, new FrameRate(30, 1), Colour.BLACK),
                    List.of(new VisualTrack("pictures", List.of(clip))),
                    List.of(),
                    List.of(),
                    List.of());
            stored.add(new TimelineRevision(PROJECT, 1, Json.write(snapshot), "{}", "engine", NOW));
        }

        void appendCopy() {
            TimelineRevision last = stored.get(stored.size() - 1);
            stored.add(new TimelineRevision(PROJECT, last.revision() + 1, last.snapshot(), "{}", "Owner", NOW));
        }

        void clear() {
            stored.clear();
        }

        @Override
        public Optional<TimelineRevision> newest(UUID projectId) {
            return stored.stream().reduce((older, newer) -> newer);
        }

        @Override
        public Optional<TimelineRevision> find(UUID projectId, int revision) {
            lastAsked = revision;
            return Optional.of(stored.get(revision - 1));
        }

        @Override
        public List<TimelineChange> changes(UUID projectId, int afterRevision) {
            return List.of();
        }

        @Override
        public TimelineRevision append(int base, TimelineRevision next) {
            throw new AssertionError("exports change no timeline");
        }
    }

    static final class Assets implements AssetRepository {
        final Map<UUID, Asset> stored = new LinkedHashMap<>();

        @Override
        public void add(Asset asset) {
            if (stored.put(asset.id(), asset) != null) {
                throw new AssertionError(asset.id() + " is there twice");
            }
        }

        @Override
        public Optional<Asset> find(UUID id) {
            return Optional.ofNullable(stored.get(id));
        }

        @Override
        public Page<Asset> list(UUID projectId, PageRequest page) {
            return new Page<>(List.copyOf(stored.values()), Optional.empty(), stored.size());
        }

        @Override
        public List<Asset> listByRole(UUID projectId, String role) {
            return List.copyOf(stored.values());
        }

        @Override
        public List<Asset> listByDigest(UUID projectId, String digest) {
            return stored.values().stream()
                    .filter(asset -> asset.projectId().equals(projectId)
                            && asset.digest().equals(digest))
                    .toList();
        }

        @Override
        public boolean remove(UUID id) {
            return stored.remove(id) != null;
        }
    }

    static final class OneProject implements ProjectRepository {
        @Override
        public Optional<Project> find(UUID id) {
            return Optional.of(new Project(id, OWNER.id(), "Tide Pools!", "", "draft", "{}", 1, NOW, NOW));
        }

        @Override
        public void add(Project project) {
            throw new AssertionError("exports make no project");
        }

        @Override
        public Page<Project> list(UUID ownerId, PageRequest page) {
            throw new AssertionError("nobody lists");
        }

        @Override
        public Project update(Project project) {
            throw new AssertionError("exports change no project");
        }

        @Override
        public boolean remove(UUID id) {
            throw new AssertionError("exports remove no project");
        }
    }

    static final class FakeJobs implements Jobs {
        final Map<UUID, Job> stored = new LinkedHashMap<>();

        @Override
        public List<UUID> submit(List<NewJob> jobs) {
            for (NewJob job : jobs) {
                stored.put(job.id(), row(job, JobState.PENDING, "{}"));
            }
            return jobs.stream().map(NewJob::id).toList();
        }

        private static Job row(NewJob job, JobState state, String output) {
            return row(job.id(), job.queue(), job.kind(), job.input(), state, output);
        }

        private static Job row(UUID id, Queue queue, String kind, String input, JobState state, String output) {
            return new Job(
                    id,
                    Optional.of(PROJECT),
                    Optional.empty(),
                    queue,
                    kind,
                    "Export",
                    state,
                    0,
                    0,
                    "",
                    input,
                    output,
                    "",
                    1,
                    1,
                    "c",
                    NOW,
                    Optional.empty(),
                    Optional.empty());
        }

        void succeed(UUID id, String output) {
            Job job = stored.get(id);
            stored.put(id, row(id, job.queue(), job.kind(), job.input(), JobState.SUCCEEDED, output));
        }

        @Override
        public Optional<Job> find(UUID id) {
            return Optional.ofNullable(stored.get(id));
        }

        @Override
        public Page<Job> list(JobFilter filter, PageRequest page) {
            return new Page<>(List.copyOf(stored.values()), Optional.empty(), stored.size());
        }

        @Override
        public List<Job> children(UUID parentId) {
            return List.of();
        }

        @Override
        public void cancel(UUID id) {
            throw new AssertionError("exports cancel nothing");
        }

        @Override
        public void retry(UUID id) {
            throw new AssertionError("exports retry nothing");
        }
    }

    record Context(Job job, List<String> told, AtomicBoolean cancelled) implements JobContext {
        @Override
        public void progress(int percent, String stage) {
            told.add(percent + " " + stage);
        }

        @Override
        public void throwIfCancelled() {
            if (cancelled.get()) {
                throw new CancellationException();
            }
        }

        @Override
        public AutoCloseable onCancel(Runnable action) {
            return () -> {};
        }

        @Override
        public String outputOf(UUID jobId) {
            throw new AssertionError("an export depends on no job");
        }
    }

    static final class Blobs implements BlobStore {
        final Map<String, Long> kept = new HashMap<>();

        @Override
        public BlobRef put(BlobSpec spec, InputStream content) {
            try {
                String digest = String.format("sha256:%064x", kept.size() + 1);
                long size = content.readAllBytes().length;
                kept.put(digest, size);
                return new BlobRef(digest, size, spec.mediaType());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<BlobRef> find(String digest) {
            return Optional.empty();
        }

        @Override
        public InputStream open(String digest, long offset, long length) {
            throw new AssertionError("the renderer wants paths");
        }

        @Override
        public Path localPath(String digest) {
            throw new AssertionError("this timeline shows no blob");
        }

        @Override
        public void verify(String digest) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public boolean delete(String digest) {
            throw new AssertionError("exports delete nothing");
        }

        @Override
        public BlobUsage usage() {
            return new BlobUsage(0, 0, Long.MAX_VALUE, Long.MAX_VALUE);
        }
    }

    static final class Bus implements EventBus {
        final List<String> topics = new ArrayList<>();

        @Override
        public void publish(Event event) {
            topics.add(event.topic());
        }

        @Override
        public Subscription subscribe(String topic, Consumer<Event> subscriber) {
            throw new AssertionError("exports only publish");
        }
    }

    static final class AtOnce implements Transactions {
        @Override
        public <T extends Object, X extends Exception> T inTransaction(Work<T, X> work) throws X {
            return work.run();
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }
    }

    record Data(Path root) implements NodeData {
        @Override
        public Path folder(String... name) {
            try {
                return Files.createDirectories(root.resolve(String.join("/", name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String nodeId() {
            return "node";
        }
    }
}
