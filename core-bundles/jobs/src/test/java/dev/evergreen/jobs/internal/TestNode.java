package dev.evergreen.jobs.internal;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobRate;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.jobs.NewJob;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import dev.evergreen.persistence.internal.jobs.JdbiJobClaims;
import dev.evergreen.persistence.internal.jobs.JdbiJobSchedules;
import dev.evergreen.persistence.internal.jobs.JdbiJobStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A node's jobs over a real database, put together by hand as the component runtime would. */
final class TestNode implements AutoCloseable {
    static final EngineSettings QUICK = new EngineSettings(
            concurrency(4),
            new Backoff(Duration.ofMillis(50), Duration.ofMillis(400)),
            Duration.ofSeconds(60),
            3,
            20,
            Duration.ofMillis(200),
            Duration.ofDays(90),
            Map.of());

    /** As {@link #QUICK}, but others take a silent node's jobs after four seconds. */
    static final EngineSettings SHORT_LEASE = withSilence(Duration.ofSeconds(4));

    final Deque<Event> events = new ConcurrentLinkedDeque<>();
    private final RecordingBus bus = new RecordingBus(events, new CopyOnWriteArrayList<>());
    final JdbiJobStore store;
    final JdbiJobClaims claims;
    final JobNews news;
    final JobService jobs;
    final JobEngine engine;
    final OpenDatabase database;

    TestNode(OpenDatabase database, String name, EngineSettings settings) {
        this(database, name, settings, Clock.systemUTC());
    }

    /** @param clock of this node, which may be wrong */
    TestNode(OpenDatabase database, String name, EngineSettings settings, Clock clock) {
        this.database = database;
        store = new JdbiJobStore(database.database());
        claims = new JdbiJobClaims(database.database());
        news = new JobNews(bus, database.transactions(), clock);
        jobs = new JobService(store, news, 3);
        engine = new JobEngine(
                claims,
                jobs,
                database.transactions(),
                name,
                news,
                bus,
                new JdbiJobSchedules(database.database()),
                settings);
    }

    static EngineSettings withSilence(Duration silence) {
        return new EngineSettings(
                QUICK.concurrency(),
                QUICK.backoff(),
                silence,
                QUICK.rescues(),
                QUICK.crashes(),
                QUICK.drain(),
                QUICK.history(),
                QUICK.rates());
    }

    static EngineSettings withRates(Map<String, JobRate> rates) {
        return new EngineSettings(
                QUICK.concurrency(),
                QUICK.backoff(),
                QUICK.silence(),
                QUICK.rescues(),
                QUICK.crashes(),
                QUICK.drain(),
                QUICK.history(),
                rates);
    }

    static EngineSettings withCrashes(int crashes) {
        return new EngineSettings(
                QUICK.concurrency(),
                QUICK.backoff(),
                QUICK.silence(),
                QUICK.rescues(),
                crashes,
                QUICK.drain(),
                QUICK.history(),
                QUICK.rates());
    }

    static Map<Queue, Integer> concurrency(int each) {
        Map<Queue, Integer> concurrency = new EnumMap<>(Queue.class);
        Arrays.stream(Queue.values()).forEach(queue -> concurrency.put(queue, each));
        return concurrency;
    }

    TestNode start() {
        engine.start();
        return this;
    }

    TestNode handle(String kind, JobHandler handler) {
        engine.addHandler(handler, Map.of(JobHandler.KIND, kind));
        return this;
    }

    void remove(String kind, JobHandler handler) {
        engine.removeHandler(handler, Map.of(JobHandler.KIND, kind));
    }

    UUID submit(NewJob... drafts) {
        return jobs.submit(List.of(drafts)).get(0);
    }

    Job job(UUID id) {
        return jobs.find(id).orElseThrow();
    }

    JobState state(UUID id) {
        return job(id).state();
    }

    void awaitState(UUID id, JobState state) {
        await(
                () -> state(id) == state,
                Duration.ofSeconds(20),
                () -> "job " + job(id).title() + " is " + state(id) + ", expected " + state);
    }

    static void await(BooleanSupplier condition, Duration most, java.util.function.Supplier<String> otherwise) {
        long until = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                throw new AssertionError(otherwise.get());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** Runs the work in so many threads that begin together, and returns when all have ended. */
    static void atOnce(int threads, IntConsumer work) {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<Void>> all = IntStream.range(0, threads)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> {
                                await(start);
                                work.accept(i);
                            },
                            pool))
                    .toList();
            start.countDown();
            all.forEach(CompletableFuture::join);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        engine.stop();
    }

    static NewJob job(String kind, UUID... dependsOn) {
        return new NewJob(
                UUID.randomUUID(),
                Optional.empty(),
                Optional.empty(),
                Queue.GENERATION,
                kind,
                "a " + kind,
                0,
                "{}",
                Optional.empty(),
                List.of(dependsOn),
                Optional.empty(),
                "test");
    }

    /** In any queue and with any rank. */
    static NewJob job(Queue queue, String kind, int priority, Optional<String> uniqueKey) {
        return new NewJob(
                UUID.randomUUID(),
                Optional.empty(),
                Optional.empty(),
                queue,
                kind,
                "a " + kind,
                priority,
                "{}",
                uniqueKey,
                List.of(),
                Optional.empty(),
                "test");
    }

    static NewJob step(UUID parent, String kind, UUID... dependsOn) {
        NewJob job = job(kind, dependsOn);
        return new NewJob(
                job.id(),
                job.projectId(),
                Optional.of(parent),
                job.queue(),
                kind,
                job.title(),
                0,
                "{}",
                Optional.empty(),
                job.dependsOn(),
                Optional.empty(),
                "test");
    }

    static JobOutcome ok() {
        return JobOutcome.done("{}");
    }

    /** As if another node had published it. */
    void hear(Event event) {
        bus.subscribers.forEach(subscriber -> subscriber.accept(event));
    }

    private record RecordingBus(Deque<Event> events, List<Consumer<Event>> subscribers) implements EventBus {
        @Override
        public void publish(Event event) {
            events.add(event);
        }

        @Override
        public Subscription subscribe(String topic, Consumer<Event> subscriber) {
            Consumer<Event> mine = event -> {
                if (topic.equals(event.topic())) {
                    subscriber.accept(event);
                }
            };
            subscribers.add(mine);
            return () -> subscribers.remove(mine);
        }
    }
}
