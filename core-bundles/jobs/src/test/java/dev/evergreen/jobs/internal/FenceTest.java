package dev.evergreen.jobs.internal;

import static dev.evergreen.jobs.internal.TestNode.job;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two workers and what one may do after the other has its job. */
@Timeout(60)
class FenceTest {
    private final UUID stale = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private TestNode node;

    @BeforeEach
    void open() throws SQLException {
        node = new TestNode(TestServer.emptied(), "node-a", TestNode.QUICK);
        node.claims.register(stale, "node-a", 20);
        node.claims.register(other, "node-b", 20);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void noWriteOfALostClaimTouchesTheRow() {
        UUID id = node.submit(job("work"));
        Job lost = claim(stale);
        silence(stale);
        node.claims.rescue(Duration.ofSeconds(60), 3);
        Job mine = claim(other);
        assertEquals(lost.fence() + 1, mine.fence());

        assertEquals(List.of(), node.claims.progress(id, lost.fence(), 50, "still here"));
        assertEquals(Optional.empty(), node.claims.succeed(id, lost.fence(), "{\"stale\": true}"));
        assertEquals(Optional.empty(), node.claims.end(id, lost.fence(), JobState.FAILED, "stale"));
        assertEquals(Optional.empty(), node.claims.giveBack(id, lost.fence(), Duration.ZERO, true, "stale"));

        assertTrue(node.claims.succeed(id, mine.fence(), "{}").isPresent());
        assertEquals("{}", node.job(id).output());
        assertEquals(JobState.SUCCEEDED, node.state(id));
        assertEquals(Optional.empty(), node.claims.succeed(id, mine.fence(), "{}"), "an end is an end");
    }

    @Test
    void aWorkerThatGivesSignsOfLifeKeepsItsClaim() {
        node.submit(job("work"));
        claim(stale);

        assertEquals(List.of(), node.claims.rescue(Duration.ofSeconds(60), 3));
    }

    @Test
    void theThirdRescueEndsAJobAsDead() {
        UUID id = node.submit(job("poison"));
        for (int i = 1; i <= 3; i++) {
            UUID victim = UUID.randomUUID();
            node.claims.register(victim, "node-" + i, 20);
            assertEquals(
                    1,
                    node.claims
                            .claim(victim, Queue.GENERATION, List.of("poison"), 1)
                            .size());
            silence(victim);
            node.claims.rescue(Duration.ofSeconds(60), 3);
        }

        assertEquals(JobState.DEAD, node.state(id));
        assertEquals("Nodes died 3 times while they ran it", node.job(id).error());
    }

    @Test
    void aNodeThatComesBackTakesItsOwnJobsUpAtOnce() {
        UUID id = node.submit(job("work"));
        claim(stale);

        node.claims.register(UUID.randomUUID(), "node-a", 20);

        assertEquals(JobState.PENDING, node.state(id));
        assertEquals(0, node.job(id).attempts(), "the attempt is not counted");
    }

    @Test
    void aWorkerOthersTookForDeadIsToldSo() {
        silence(stale);
        node.claims.rescue(Duration.ofSeconds(60), 3);

        assertEquals(Optional.empty(), node.claims.heartbeat(stale));
        assertTrue(node.claims.heartbeat(other).isPresent());
    }

    @Test
    void aCancelledOrphanIsCancelledAndNotRunAgain() {
        UUID id = node.submit(job("work"));
        claim(stale);
        node.jobs.cancel(id);
        assertEquals(JobState.RUNNING, node.state(id));

        node.claims.register(UUID.randomUUID(), "node-a", 20);

        assertEquals(JobState.CANCELLED, node.state(id));
    }

    @Test
    void whatSomebodyCancelledDoesNotSucceed() {
        UUID id = node.submit(job("work"));
        Job mine = claim(other);
        node.jobs.cancel(id);

        assertEquals(Optional.empty(), node.claims.succeed(id, mine.fence(), "{}"));
        assertTrue(node.claims
                .end(id, mine.fence(), JobState.CANCELLED, "cancelled")
                .isPresent());
    }

    private Job claim(UUID worker) {
        return node.claims.claim(worker, Queue.GENERATION, List.of("work"), 1).get(0);
    }

    private void silence(UUID worker) {
        node.database
                .database()
                .with(handle -> handle.execute(
                        "UPDATE job_workers SET heartbeat_at = now() - interval '61 seconds' WHERE id = ?", worker));
    }
}
