package dev.evergreen.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.storage.DatabaseEndpoint;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes that stand still for longer than others wait for them, and processes that die of one of their jobs. */
@Timeout(1_200)
class StoppedWorkerTest {
    private static final boolean FULL = "full".equals(System.getProperty("evergreen.counts"));
    private static final int ROUNDS = FULL ? 20 : 1;
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int MOST_CRASHES = 3;

    @Test
    void aWorkerThatIsContinuedAfterItsLeaseWritesNothingAndStops() throws Exception {
        DatabaseEndpoint endpoint = TestServer.emptyDatabase();
        try (OpenDatabase database = OpenDatabase.open(endpoint, 4)) {
            DiaryNode.createDiary(database);
            // It may be stopped in the middle of a transaction, with locks; the usual limit is longer than this test.
            String name = endpoint.url().substring(endpoint.url().lastIndexOf('/') + 1);
            database.database()
                    .with(handle -> handle.execute(
                            "ALTER DATABASE " + name + " SET idle_in_transaction_session_timeout = '1s'"));
            TestNode observer = new TestNode(database, "observer", TestNode.SHORT_LEASE);
            for (int round = 1; round <= ROUNDS; round++) {
                Process stopped = DiaryNode.start(endpoint, "stopped", SILENCE, 20);
                UUID id = observer.submit(TestNode.job("long"));
                awaitDiary(database, id, "begin", "stopped");
                signal(stopped, "STOP");
                Process other = DiaryNode.start(endpoint, "other", SILENCE, 20);
                awaitDiary(database, id, "end", "other");
                Job ended = observer.job(id);
                signal(stopped, "CONT");
                awaitDiary(database, id, "stopped", "stopped");

                // It works on under a new name, once it has learned that it lost everything.
                end(other);
                UUID next = observer.submit(TestNode.job("long"));
                awaitDiary(database, next, "end", "stopped");
                end(stopped);

                assertEquals(ended, observer.job(id), "nothing of the late worker's writes has arrived");
                assertEquals("{\"by\": \"other\"}", ended.output());
                assertEquals(1, DiaryNode.count(database, "what = 'end' AND job = '" + id + "'"));
            }
        }
        System.out.println("FIGURE workers stopped past their lease and continued: " + ROUNDS
                + ", late writes that arrived: 0, jobs that ended twice: 0");
    }

    @Test
    void aJobThatTakesItsNodeAlongIsADeadLetterAfterThreeTimesAndNoOtherJobIs() throws Exception {
        DatabaseEndpoint endpoint = TestServer.emptyDatabase();
        try (OpenDatabase database = OpenDatabase.open(endpoint, 4)) {
            DiaryNode.createDiary(database);
            TestNode observer = new TestNode(database, "observer", TestNode.QUICK);
            List<UUID> innocent = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                innocent.add(observer.submit(TestNode.job("long")));
            }
            UUID poison = observer.submit(TestNode.job("halt"));
            int deaths = 0;
            Process node = DiaryNode.start(endpoint, "node-a", Duration.ofSeconds(60), MOST_CRASHES);
            while (observer.state(poison) != JobState.DEAD) {
                if (node.waitFor(20, TimeUnit.MILLISECONDS)) {
                    deaths++;
                    assertTrue(deaths <= MOST_CRASHES, "the node died " + deaths + " times");
                    node = DiaryNode.start(endpoint, "node-a", Duration.ofSeconds(60), MOST_CRASHES);
                }
            }
            Set<UUID> open = new HashSet<>(innocent);
            TestNode.await(
                    () -> {
                        open.removeIf(id -> observer.state(id).isFinal());
                        return open.isEmpty();
                    },
                    PATIENCE,
                    () -> open + " are open");
            end(node);

            assertEquals(MOST_CRASHES, deaths);
            assertEquals(
                    "The node died 3 times while it ran", observer.job(poison).error());
            innocent.forEach(id -> assertEquals(JobState.SUCCEEDED, observer.state(id)));
            assertEquals(innocent.size(), DiaryNode.count(database, "what = 'end'"));
        }
        System.out.println("FIGURE deaths until a poisonous job was a dead letter: 3, other jobs lost: 0");
    }

    private static void awaitDiary(OpenDatabase database, UUID job, String what, String node) {
        String line = "job = '" + job + "' AND what = '" + what + "' AND node = '" + node + "'";
        TestNode.await(() -> DiaryNode.count(database, line) > 0, PATIENCE, () -> "not in the diary: " + line);
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor());
    }

    private static void end(Process node) throws IOException, InterruptedException {
        node.getOutputStream().close();
        assertTrue(node.waitFor(30, TimeUnit.SECONDS), "the node stops when told");
    }
}
