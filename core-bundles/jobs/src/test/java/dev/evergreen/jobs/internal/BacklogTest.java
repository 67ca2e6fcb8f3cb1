package dev.evergreen.jobs.internal;

import static dev.evergreen.jobs.internal.TestNode.job;
import static dev.evergreen.jobs.internal.TestNode.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.jobs.NewJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A queue with very many jobs keeps neither another queue nor its own old and unimportant jobs from beginning. */
@Timeout(900)
class BacklogTest {
    private static final boolean FULL = "full".equals(System.getProperty("evergreen.counts"));
    private static final int BACKLOG = FULL ? 100_000 : 5_000;
    private static final int URGENT = FULL ? 400 : 60;
    private static final int BATCH = 500;
    private static final long MOST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(5);

    @Test
    void urgentJobsBeginInTimeAndNothingStarves() throws Exception {
        Map<UUID, Long> begun = new ConcurrentHashMap<>();
        AtomicInteger done = new AtomicInteger();
        try (TestNode node = new TestNode(TestServer.emptied(), "node-a", TestNode.QUICK)) {
            // Old and unimportant among newer ones of higher priority: waiting is worth priority.
            UUID unimportant = node.submit(job(Queue.GENERATION, "bulk", -20, Optional.empty()));
            node.database
                    .database()
                    .with(handle -> handle.execute(
                            "UPDATE generation_jobs SET rank = rank - interval '1 hour' WHERE id = ?", unimportant));
            for (int i = 0; i < BACKLOG; i += BATCH) {
                List<NewJob> batch = new ArrayList<>();
                for (int j = 0; j < BATCH; j++) {
                    batch.add(job(Queue.GENERATION, "bulk", (i + j) % 7, Optional.empty()));
                }
                node.jobs.submit(batch);
            }
            node.handle("bulk", context -> {
                done.incrementAndGet();
                begun.putIfAbsent(context.job().id(), System.nanoTime());
                return ok();
            });
            node.handle("urgent", context -> {
                begun.put(context.job().id(), System.nanoTime());
                return ok();
            });
            long from = System.nanoTime();
            node.start();

            long[] waits = new long[URGENT];
            int whileBusy = 0;
            for (int i = 0; i < URGENT; i++) {
                UUID id = node.submit(job(Queue.HIGH_PRIORITY, "urgent", 0, Optional.empty()));
                long submitted = System.nanoTime();
                TestNode.await(
                        () -> begun.containsKey(id), Duration.ofSeconds(30), () -> "an urgent job does not begin");
                waits[i] = Math.max(0, begun.get(id) - submitted);
                whileBusy += done.get() <= BACKLOG ? 1 : 0;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
            TestNode.await(
                    () -> done.get() >= BACKLOG + 1,
                    Duration.ofMinutes(12),
                    () -> done + " of " + BACKLOG + " are done");
            double seconds = (System.nanoTime() - from) / 1e9;
            node.awaitState(unimportant, JobState.SUCCEEDED);

            Arrays.sort(waits);
            long late = waits[(int) Math.ceil(URGENT * 0.99) - 1];
            assertTrue(late <= MOST_WAIT_NANOS, "99 % of the urgent jobs begin within " + late / 1e9 + " s");
            assertTrue(whileBusy > URGENT / 4, "only " + whileBusy + " urgent jobs came while the others waited");
            long before = begun.values().stream()
                    .filter(at -> at - begun.get(unimportant) < 0)
                    .count();
            assertTrue(before < 100, before + " jobs began before the oldest one");
            assertEquals(0, node.store.queues().get(Queue.GENERATION.ordinal()).dead());
            System.out.printf(
                    "FIGURE backlog of %d jobs: urgent ones begin after %.0f ms (99 %%), all done in %.1f s%n",
                    BACKLOG, late / 1e6, seconds);
        }
    }
}
