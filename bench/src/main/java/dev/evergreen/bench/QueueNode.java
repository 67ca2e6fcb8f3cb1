package dev.evergreen.bench;

import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.storage.Event;
import dev.evergreen.domain.storage.EventBus;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.jobs.NewJob;
import dev.evergreen.jobs.internal.Backoff;
import dev.evergreen.jobs.internal.EngineSettings;
import dev.evergreen.jobs.internal.JobEngine;
import dev.evergreen.jobs.internal.JobNews;
import dev.evergreen.jobs.internal.JobService;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import dev.evergreen.persistence.internal.jobs.JdbiJobClaims;
import dev.evergreen.persistence.internal.jobs.JdbiJobSchedules;
import dev.evergreen.persistence.internal.jobs.JdbiJobStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The queues as a node has them, with the shipped number of slots, in this process. */
final class QueueNode {
    static final int THREADS = 4;
    static final int BATCH = 100;

    private static final String KIND = "nothing";
    private static final int SLOTS = 4;
    private static final EngineSettings SETTINGS = new EngineSettings(
            Map.of(Queue.GENERATION, SLOTS),
            new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5)),
            Duration.ofSeconds(60),
            3,
            3,
            Duration.ofSeconds(3),
            Duration.ofDays(90),
            Map.of());

    private final OpenDatabase database;
    private final JobNews news;
    private final JobService jobs;

    QueueNode(OpenDatabase database) {
        this.database = database;
        this.news = new JobNews(new SilentBus(), database.transactions());
        this.jobs = new JobService(new JdbiJobStore(database.database()), news, 5);
    }

    void empty() {
        database.database().with(handle -> handle.execute("DELETE FROM generation_jobs"));
        database.database().with(handle -> handle.execute("VACUUM ANALYZE generation_jobs"));
    }

    /** Submissions a second. */
    double submitOneByOne(int count) throws InterruptedException {
        return Threads.rate(THREADS, count, thread -> jobs.submit(List.of(job())));
    }

    double submitInBatches(int count) throws InterruptedException {
        return BATCH
                * Threads.rate(
                        THREADS,
                        count / BATCH,
                        thread -> jobs.submit(
                                Stream.generate(QueueNode::job).limit(BATCH).toList()));
    }

    /** Ends a second of a node that finds so many jobs. */
    double drain(int count) {
        JobEngine engine = engine();
        long from = System.nanoTime();
        engine.start();
        awaitEnds(count);
        double seconds = (System.nanoTime() - from) / 1e9;
        engine.stop();
        return count / seconds;
    }

    /** Jobs a second, from the first submission to the last end. */
    double submitAndRun(int count) throws InterruptedException {
        JobEngine engine = engine();
        engine.start();
        long from = System.nanoTime();
        Threads.rate(THREADS, count, thread -> jobs.submit(List.of(job())));
        awaitEnds(count);
        double seconds = (System.nanoTime() - from) / 1e9;
        engine.stop();
        return count / seconds;
    }

    private JobEngine engine() {
        JobEngine engine = new JobEngine(
                new JdbiJobClaims(database.database()),
                jobs,
                database.transactions(),
                "bench",
                news,
                new SilentBus(),
                new JdbiJobSchedules(database.database()),
                SETTINGS);
        engine.addHandler(context -> JobOutcome.done("{}"), Map.of(JobHandler.KIND, KIND));
        return engine;
    }

    private void awaitEnds(int count) {
        while (database.database()
                        .with(handle -> handle.createQuery(
                                        "SELECT count(*) FROM generation_jobs WHERE completed_at IS NOT NULL")
                                .mapTo(Integer.class)
                                .one())
                < count) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
        }
    }

    private static NewJob job() {
        return new NewJob(
                UUID.randomUUID(),
                Optional.empty(),
                Optional.empty(),
                Queue.GENERATION,
                KIND,
                "Do nothing",
                0,
                "{}",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "bench");
    }

    /** Nobody listens. */
    private static final class SilentBus implements EventBus {
        @Override
        public void publish(Event event) {
            // A node alone tells its own workers without the bus.
        }

        @Override
        public Subscription subscribe(String topic, Consumer<Event> subscriber) {
            return () -> {};
        }
    }

    /** Work of several threads. */
    static final class Threads {
        private Threads() {}

        interface Work {
            void run(int thread) throws Exception;
        }

        /** How often a second the work is done that so many threads share. */
        static double rate(int threads, int times, Work work) throws InterruptedException {
            long from = System.nanoTime();
            List<Thread> all = IntStream.range(0, threads)
                    .mapToObj(number -> new Thread(() -> {
                        try {
                            for (int i = number; i < times; i += threads) {
                                work.run(number);
                            }
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }))
                    .toList();
            all.forEach(Thread::start);
            for (Thread thread : all) {
                thread.join();
            }
            return times / ((System.nanoTime() - from) / 1e9);
        }
    }
}
