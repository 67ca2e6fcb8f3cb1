package dev.evergreen.productions.internal;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.project.Asset;
import dev.evergreen.domain.project.AssetRepository;
import dev.evergreen.domain.project.FrameRepository;
import dev.evergreen.domain.project.Project;
import dev.evergreen.domain.project.ProjectRepository;
import dev.evergreen.domain.project.Scene;
import dev.evergreen.domain.project.SceneRepository;
import dev.evergreen.domain.project.Script;
import dev.evergreen.domain.project.ScriptRepository;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.domain.storage.Transactions;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobFilter;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.jobs.Jobs;
import dev.evergreen.jobs.NewJob;
import dev.evergreen.media.Renderer;
import dev.evergreen.orchestrator.Orchestrator;
import dev.evergreen.productions.Production.BillLine;
import dev.evergreen.productions.ProductionEstimate;
import dev.evergreen.productions.ProductionRequest;
import dev.evergreen.productions.internal.StepData.Begin;
import dev.evergreen.scripting.internal.ScriptReading;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One project in memory, whose film is estimated, and whose providers' steps are run one after the other as the queues would. */
final class FilmDesk {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID PROJECT = new UUID(0, 1);
    private static final UUID PERSON = new UUID(0, 2);
    private static final UUID SCRIPT = new UUID(0, 3);

    final List<Asset> uploads = new ArrayList<>();
    String settings = "{}";

    private final String script;
    private final Map<UUID, Job> jobs = new HashMap<>();
    private final Map<UUID, String> outputs = new HashMap<>();
    private final Tiers tiers = TierConfiguration.tiers(Map.of());
    private final Estimates estimates;
    private final Map<String, JobHandler> handlers;

    FilmDesk(Orchestrator orchestrator, String script) {
        this.script = script;
        ScriptReader reader = new ScriptReader(new Scripts(), new ScriptReading(1_000_000));
        AssetShelf shelf = new AssetShelf(new Uploads(), unused(EventBus.class), unused(Transactions.class));
        SceneRepository scenes = new NoScenes();
        Projects projects = new Projects();
        KnownJobs known = new KnownJobs();
        ProviderCalls calls = new ProviderCalls(orchestrator, projects, known, tiers, Clock.systemUTC());
        FrameRepository frames = unused(FrameRepository.class);
        estimates = new Estimates(reader, scenes, shelf, orchestrator, tiers, Clock.systemUTC());
        handlers = Map.of(
                Steps.DIVIDE,
                new DivideHandler(reader, calls, projects, scenes, known, anyExporter()),
                Steps.NARRATE,
                new NarrateHandler(calls, shelf),
                Steps.ILLUSTRATE,
                new IllustrateHandler(calls, shelf, frames, tiers),
                Steps.COMPOSE,
                new ComposeHandler(calls, shelf));
    }

    /** What a production came to. */
    record Made(List<BillLine> bill, List<String> failures) {}

    ProductionEstimate estimate(ProductionRequest request) {
        return estimates.of(project(), SCRIPT, PERSON, "test", request);
    }

    /** Runs the steps that ask providers; what depends on a failed one is not run. */
    Made make(ProductionRequest request) {
        Job production = job(
                UUID.randomUUID(),
                Optional.empty(),
                Steps.PRODUCTION,
                Json.write(new Begin(SCRIPT, request, Optional.of(PERSON))));
        jobs.put(production.id(), production);
        List<BillLine> bill = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        List<NewJob> left = new ArrayList<>(Steps.beginning(production));
        while (!left.isEmpty()) {
            NewJob next = left.remove(0);
            JobHandler handler = handlers.get(next.kind());
            if (next.kind().equals(Steps.PARSE)) {
                outputs.put(next.id(), "{}");
            } else if (handler != null && outputs.keySet().containsAll(next.dependsOn())) {
                run(handler, next, left, bill, failures);
            }
        }
        return new Made(bill, failures);
    }

    private void run(JobHandler handler, NewJob next, List<NewJob> left, List<BillLine> bill, List<String> failures) {
        Job job = job(next.id(), next.parentId(), next.kind(), next.input());
        try {
            JobOutcome.Done done = (JobOutcome.Done) handler.handle(new Running(job));
            outputs.put(job.id(), done.output());
            left.addAll(done.next());
            bill.addAll(List.of(Json.read(done.output(), Billed.class).bill()));
        } catch (JobFailedException e) {
            failures.add(next.title() + ": " + e.getMessage());
        } catch (Exception e) {
            throw new AssertionError(next.title(), e);
        }
    }

    private record Billed(BillLine[] bill) {}

    private Project project() {
        return new Project(PROJECT, PERSON, "Tide", "", "draft", settings, 1, NOW, NOW);
    }

    private static Job job(UUID id, Optional<UUID> parent, String kind, String input) {
        return new Job(
                id,
                Optional.of(PROJECT),
                parent,
                Queue.GENERATION,
                kind,
                kind,
                JobState.RUNNING,
                0,
                0,
                "",
                input,
                "{}",
                "",
                1,
                1,
                "test",
                NOW,
                Optional.of(NOW),
                Optional.empty());
    }

    private static Renderer anyExporter() {
        return (Renderer) Proxy.newProxyInstance(
                Renderer.class.getClassLoader(), new Class<?>[] {Renderer.class}, (proxy, method, arguments) -> null);
    }

    private static <T> T unused(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    throw new AssertionError(
                            type.getSimpleName() + "." + method.getName() + " belongs to the end of a step");
                }));
    }

    private final class Running implements JobContext {
        private final Job job;

        Running(Job job) {
            this.job = job;
        }

        @Override
        public Job job() {
            return job;
        }

        @Override
        public void progress(int percent, String stage) {
            // Nobody looks.
        }

        @Override
        public void throwIfCancelled() {
            // Nobody cancels.
        }

        @Override
        public AutoCloseable onCancel(Runnable action) {
            return () -> {};
        }

        @Override
        public String outputOf(UUID jobId) {
            return outputs.get(jobId);
        }
    }

    private final class Scripts implements ScriptRepository {
        @Override
        public Script add(Script added) {
            throw new AssertionError("steps only read");
        }

        @Override
        public Optional<Script> find(UUID id) {
            return Optional.of(new Script(id, PROJECT, "fountain", "tide.fountain", script, 1, NOW));
        }

        @Override
        public Optional<Script> newest(UUID projectId) {
            return find(SCRIPT);
        }
    }

    private final class Uploads implements AssetRepository {
        @Override
        public void add(Asset asset) {
            throw new AssertionError("belongs to the end of a step");
        }

        @Override
        public Optional<Asset> find(UUID id) {
            throw new AssertionError("steps look by role");
        }

        @Override
        public Page<Asset> list(UUID projectId, PageRequest page) {
            throw new AssertionError("steps look by role");
        }

        @Override
        public List<Asset> listByRole(UUID projectId, String role) {
            return uploads;
        }

        @Override
        public List<Asset> listByDigest(UUID projectId, String digest) {
            throw new AssertionError("steps look by role");
        }

        @Override
        public boolean remove(UUID id) {
            throw new AssertionError("steps only read");
        }
    }

    private static final class NoScenes implements SceneRepository {
        @Override
        public List<Scene> replace(UUID projectId, List<Scene> scenes) {
            throw new AssertionError("belongs to the end of a step");
        }

        @Override
        public Optional<Scene> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public List<Scene> list(UUID projectId) {
            return List.of();
        }
    }

    private final class Projects implements ProjectRepository {
        @Override
        public Optional<Project> find(UUID id) {
            return Optional.of(project());
        }

        @Override
        public void add(Project project) {
            throw new AssertionError("steps only read");
        }

        @Override
        public Page<Project> list(UUID ownerId, PageRequest page) {
            throw new AssertionError("steps only read");
        }

        @Override
        public Project update(Project project) {
            throw new AssertionError("steps only read");
        }

        @Override
        public boolean remove(UUID id) {
            throw new AssertionError("steps only read");
        }
    }

    private final class KnownJobs implements Jobs {
        @Override
        public Optional<Job> find(UUID id) {
            return Optional.ofNullable(jobs.get(id));
        }

        @Override
        public List<UUID> submit(List<NewJob> drafts) {
            throw new AssertionError("a step hands its jobs on");
        }

        @Override
        public Page<Job> list(JobFilter filter, PageRequest page) {
            throw new AssertionError("a step looks at its production only");
        }

        @Override
        public List<Job> children(UUID parentId) {
            throw new AssertionError("a step looks at its production only");
        }

        @Override
        public void cancel(UUID id) {
            throw new AssertionError("a step only looks");
        }

        @Override
        public void retry(UUID id) {
            throw new AssertionError("a step only looks");
        }
    }
}
