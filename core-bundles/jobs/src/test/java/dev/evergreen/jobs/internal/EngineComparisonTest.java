package dev.evergreen.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.evergreen.domain.job.Job;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import dev.evergreen.persistence.internal.jobs.JdbiJobStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures what docs/decisions/jobs-engine.md rests on: the same no-op jobs, dispatched by the claims of this project and by
 * db-scheduler beside the same rows.
 */
@Timeout(900)
@EnabledIfSystemProperty(named = "evergreen.counts", matches = "full")
class EngineComparisonTest {
    private static final int JOBS = 2_000;
    private static final int WORKERS = 4;

    @Test
    void claimsAndDbSchedulerDispatchTheSameJobs() throws Exception {
        for (int round = 1; round <= 3; round++) {
            report("claims", byClaims());
            report("db-scheduler", byScheduler());
        }
    }

    private static Figures byClaims() throws Exception {
        OpenDatabase database = TestServer.emptied();
        Map<UUID, Long> begun = new ConcurrentHashMap<>();
        try (TestNode node = new TestNode(database, "node-a", TestNode.QUICK)) {
            Submission submission = submit(node, id -> {});
            node.handle("noop", context -> {
                begun.put(context.job().id(), System.nanoTime());
                return TestNode.ok();
            });
            long from = System.nanoTime();
            node.start();
            awaitAll(node);
            long drained = System.nanoTime() - from;
            return new Figures(submission.nanos, drained, latencies(begun, node, id -> {}));
        }
    }

    /** The row says what the job is; the scheduler's row makes it run, as in a design with one generic task for each queue. */
    private static Figures byScheduler() throws Exception {
        OpenDatabase database = TestServer.emptied();
        createSchedulerTable(database);
        Map<UUID, Long> begun = new ConcurrentHashMap<>();
        TestNode node = new TestNode(database, "node-a", TestNode.QUICK);
        UUID worker = UUID.randomUUID();
        node.claims.register(worker, "node-a", 20);
        OneTimeTask<Void> task = Tasks.oneTime("generation").execute((instance, context) -> {
            UUID id = UUID.fromString(instance.getId());
            Job job = take(database, worker, id);
            begun.put(id, System.nanoTime());
            database.transactions()
                    .run(() -> node.news.tell(
                            node.claims.succeed(id, job.fence(), "{}").orElseThrow()));
        });
        Scheduler scheduler = Scheduler.create(database.dataSource(), task)
                .tableName("scheduled_generation")
                .threads(WORKERS)
                .pollUsingLockAndFetch(1.0, 4.0)
                .pollingInterval(Duration.ofSeconds(1))
                .build();
        Submission submission = submit(node, id -> scheduler.schedule(task.instance(id.toString()), Instant.now()));
        long from = System.nanoTime();
        scheduler.start();
        awaitAll(node);
        long drained = System.nanoTime() - from;
        long[] latencies = latencies(begun, node, id -> {
            scheduler.schedule(task.instance(id.toString()), Instant.now());
            database.transactions().afterCommit(scheduler::triggerCheckForDueExecutions);
        });
        scheduler.stop();
        return new Figures(submission.nanos, drained, latencies);
    }

    /** What the generic task would do first: read the row and take the next fence. */
    private static Job take(OpenDatabase database, UUID worker, UUID id) {
        database.database()
                .with(handle -> handle.execute(
                        "UPDATE generation_jobs SET status = 'running', fence = fence + 1, attempts = attempts + 1, worker = ?,"
                                + " started_at = now() WHERE id = ? AND status = 'pending'",
                        worker,
                        id));
        return new JdbiJobStore(database.database()).find(id).orElseThrow();
    }

    private interface InTransaction {
        void add(UUID id);
    }

    private record Submission(long nanos) {}

    private static Submission submit(TestNode node, InTransaction alsoDo) {
        long from = System.nanoTime();
        IntStream.range(0, WORKERS).parallel().forEach(thread -> {
            for (int i = 0; i < JOBS / WORKERS; i++) {
                submitOne(node, alsoDo);
            }
        });
        return new Submission(System.nanoTime() - from);
    }

    private static UUID submitOne(TestNode node, InTransaction alsoDo) {
        return node.database.transactions().inTransaction(() -> {
            UUID id = node.submit(TestNode.job("noop"));
            alsoDo.add(id);
            return id;
        });
    }

    /** Nanoseconds from commit to begin, one job after the other on an idle node. */
    private static long[] latencies(Map<UUID, Long> begun, TestNode node, InTransaction alsoDo) {
        return IntStream.range(0, 100)
                .mapToLong(i -> {
                    UUID id = submitOne(node, alsoDo);
                    long committed = System.nanoTime();
                    TestNode.await(() -> begun.containsKey(id), Duration.ofSeconds(10), () -> "job " + id + " waits");
                    return Math.max(0, begun.get(id) - committed);
                })
                .sorted()
                .toArray();
    }

    private static void awaitAll(TestNode node) {
        TestNode.await(
                () -> node.database
                                .database()
                                .with(handle -> handle.createQuery(
                                                "SELECT count(*) FROM generation_jobs WHERE status <> 'succeeded'")
                                        .mapTo(Integer.class)
                                        .one())
                        == 0,
                Duration.ofMinutes(4),
                () -> "left: " + node.store.queues());
    }

    private static void createSchedulerTable(OpenDatabase database) {
        for (String statement : List.of(
                "DROP TABLE IF EXISTS scheduled_generation",
                "CREATE TABLE scheduled_generation (task_name text, task_instance text, task_data bytea,"
                        + " execution_time timestamptz NOT NULL, picked boolean NOT NULL, picked_by text,"
                        + " last_success timestamptz, last_failure timestamptz, consecutive_failures int,"
                        + " last_heartbeat timestamptz, version bigint NOT NULL, priority smallint,"
                        + " PRIMARY KEY (task_name, task_instance))",
                "CREATE INDEX ON scheduled_generation (execution_time)",
                "CREATE INDEX ON scheduled_generation (last_heartbeat)")) {
            database.database().with(handle -> handle.execute(statement));
        }
    }

    private static void report(String engine, Figures figures) {
        assertEquals(100, figures.latencies.length);
        System.out.printf(
                Locale.ROOT,
                "%-12s %5.0f enqueues/s, %5.0f jobs/s, begin after %4.1f ms (median), %5.1f ms (95 %%)%n",
                engine,
                JOBS / (figures.submitted / 1e9),
                JOBS / (figures.drained / 1e9),
                figures.latencies[50] / 1e6,
                figures.latencies[95] / 1e6);
        assertEquals(
                figures.latencies[99], Arrays.stream(figures.latencies).max().orElseThrow());
    }

    private record Figures(long submitted, long drained, long[] latencies) {}
}
