package dev.evergreen.jobs.internal;

import static dev.evergreen.jobs.internal.TestNode.job;
import static dev.evergreen.jobs.internal.TestNode.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.QueueState;
import dev.evergreen.domain.storage.StorageException;
import dev.evergreen.jobs.JobContext;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.NewJob;
import dev.evergreen.persistence.embedded.internal.KillableServer;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import dev.evergreen.persistence.internal.node.NodeDataFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is killed while jobs are submitted and run, and stands still for longer than nodes wait for each other. */
@Timeout(900)
class DatabaseAwayTest {
    private static final boolean FULL = "full".equals(System.getProperty("evergreen.counts"));
    private static final int KILLS = FULL ? 50 : 2;
    private static final int SUBMITTERS = 4;
    private static final Duration SILENCE = Duration.ofSeconds(FULL ? 40 : 4);
    private static final Duration AWAY = Duration.ofSeconds(FULL ? 60 : 6);

    @TempDir
    private Path folder;

    @Test
    void noAcknowledgedSubmissionIsLostWhenTheServerIsKilled() throws Exception {
        NodeDataFolder data = new NodeDataFolder(folder, 0);
        try (KillableServer server = new KillableServer(data);
                OpenDatabase database = OpenDatabase.open(server.endpoint(), 12);
                TestNode node = new TestNode(database, "node-a", TestNode.QUICK)) {
            Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
            AtomicBoolean stop = new AtomicBoolean();
            AtomicInteger refused = new AtomicInteger();
            node.handle("counted", context -> ok()).start();
            Thread killer = new Thread(() -> kill(server, acknowledged, stop));
            killer.start();
            TestNode.atOnce(SUBMITTERS, submitter -> {
                while (!stop.get()) {
                    NewJob draft = job("counted");
                    try {
                        node.submit(draft);
                        acknowledged.add(draft.id());
                    } catch (StorageException e) {
                        refused.incrementAndGet();
                    }
                }
            });
            killer.join();
            TestNode.await(
                    () -> node.store.queues().stream()
                            .mapToLong(state -> state.waiting() + state.running() + state.parked())
                            .allMatch(open -> open == 0),
                    Duration.ofMinutes(3),
                    () -> "open: " + node.store.queues());

            Set<UUID> stored = database.database()
                    .with(handle -> handle.createQuery("SELECT id FROM generation_jobs WHERE status = 'succeeded'")
                            .mapTo(UUID.class)
                            .set());
            List<UUID> lost =
                    acknowledged.stream().filter(id -> !stored.contains(id)).toList();
            assertEquals(List.of(), lost);
            assertTrue(acknowledged.size() > 10 * KILLS, "there was something to lose: " + acknowledged.size());
            assertEquals(
                    0, node.store.queues().stream().mapToLong(QueueState::dead).sum());
            System.out.printf(
                    "FIGURE PostgreSQL killed while jobs were submitted: %d times, acknowledged %d, refused %d, lost 0%n",
                    KILLS, acknowledged.size(), refused.get());
        } finally {
            data.unlock();
        }
    }

    /** Some hundred submissions after it is there again, at a moment that nobody chose. */
    private static void kill(KillableServer server, Queue<UUID> acknowledged, AtomicBoolean stop) {
        Random random = new Random(20_261_122);
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                int enough = acknowledged.size() + 50 + random.nextInt(200);
                TestNode.await(
                        () -> acknowledged.size() >= enough, Duration.ofMinutes(1), () -> "nothing is acknowledged");
                server.kill();
                server.restart();
            }
            int enough = acknowledged.size() + 20;
            TestNode.await(() -> acknowledged.size() >= enough, Duration.ofMinutes(1), () -> "nothing is acknowledged");
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            stop.set(true);
        }
    }

    @Test
    void nodesStopTheirJobsBeforeOthersMayTakeThem() throws Exception {
        NodeDataFolder data = new NodeDataFolder(folder, 0);
        try (KillableServer server = new KillableServer(data);
                OpenDatabase database = OpenDatabase.open(server.endpoint(), 8);
                OpenDatabase others = OpenDatabase.open(server.endpoint(), 8)) {
            EngineSettings settings = TestNode.withSilence(SILENCE);
            Queue<Span> spans = new ConcurrentLinkedQueue<>();
            AtomicBoolean finish = new AtomicBoolean();
            AtomicInteger begun = new AtomicInteger();
            List<UUID> ids = new ArrayList<>();
            try (TestNode first = new TestNode(database, "node-a", settings);
                    TestNode second = new TestNode(others, "node-b", settings)) {
                first.handle("watched", watched("node-a", begun, finish, spans)).start();
                second.handle("watched", watched("node-b", begun, finish, spans))
                        .start();
                for (int i = 0; i < 4; i++) {
                    ids.add(first.submit(job("watched")));
                }
                TestNode.await(() -> begun.get() == 4, Duration.ofSeconds(20), () -> begun + " have begun");
                server.standStill();
                long still = System.nanoTime();
                TestNode.await(() -> spans.size() == 4, SILENCE, () -> "stopped in time: " + spans);
                double stopped = (System.nanoTime() - still) / 1e9;
                LockSupport.parkNanos(Math.max(0, AWAY.toNanos() - (System.nanoTime() - still)));
                server.goOn();
                TestNode.await(() -> begun.get() >= 8, Duration.ofMinutes(2), () -> begun + " have begun");
                finish.set(true);
                ids.forEach(id -> first.awaitState(id, JobState.SUCCEEDED));
                for (UUID id : ids) {
                    assertNoOverlap(spans.stream()
                            .filter(span -> span.job.equals(id))
                            .sorted(Comparator.comparingLong(Span::from))
                            .toList());
                }
                System.out.printf(
                        "FIGURE PostgreSQL silent for %d s, others wait %d s: jobs stopped after %.1f s, at work twice at a time: 0%n",
                        AWAY.toSeconds(), SILENCE.toSeconds(), stopped);
            }
        } finally {
            data.unlock();
        }
    }

    private static JobHandler watched(String node, AtomicInteger begun, AtomicBoolean finish, Queue<Span> spans) {
        return context -> {
            long from = System.nanoTime();
            begun.incrementAndGet();
            try {
                work(context, finish);
                return ok();
            } finally {
                spans.add(new Span(context.job().id(), node, from, System.nanoTime()));
            }
        };
    }

    private static void work(JobContext context, AtomicBoolean finish) {
        while (!finish.get()) {
            context.throwIfCancelled();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private static void assertNoOverlap(List<Span> spans) {
        for (int i = 1; i < spans.size(); i++) {
            assertTrue(
                    spans.get(i - 1).until - spans.get(i).from <= 0,
                    spans.get(i) + " began before the end of " + spans.get(i - 1));
        }
    }

    private record Span(UUID job, String node, long from, long until) {}
}
