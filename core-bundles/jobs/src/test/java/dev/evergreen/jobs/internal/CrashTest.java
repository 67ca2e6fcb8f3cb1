package dev.evergreen.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.storage.DatabaseEndpoint;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node is killed at random moments and started again; its jobs do not notice. */
@Timeout(600)
class CrashTest {
    private static final boolean FULL = "full".equals(System.getProperty("evergreen.counts"));
    private static final int KILLS = FULL ? 40 : 4;
    private static final int PARENTS = FULL ? 200 : 20;

    @Test
    void killedAtRandomMomentsNothingIsLostAndNothingThatEndedRunsAgain() throws Exception {
        DatabaseEndpoint endpoint = TestServer.emptyDatabase();
        try (OpenDatabase database = OpenDatabase.open(endpoint, 4)) {
            database.database()
                    .with(handle -> handle.execute(
                            "CREATE TABLE diary (line bigint GENERATED ALWAYS AS IDENTITY, job uuid, what text)"));
            TestNode observer = new TestNode(database, "observer", TestNode.QUICK);
            List<UUID> parents = new ArrayList<>();
            for (int i = 0; i < PARENTS; i++) {
                parents.add(observer.submit(TestNode.job("parent")));
            }
            Random random = new Random(20_260_102);
            for (int kill = 0; kill < KILLS; kill++) {
                Process node = start(endpoint);
                node.waitFor(200 + random.nextInt(2_000), TimeUnit.MILLISECONDS);
                node.destroyForcibly().waitFor();
            }
            Process last = start(endpoint);
            TestNode.await(
                    () -> parents.stream().allMatch(id -> observer.state(id).isFinal()),
                    Duration.ofMinutes(5),
                    () -> observer.store.queues() + " are left");
            last.getOutputStream().close();
            assertTrue(last.waitFor(30, TimeUnit.SECONDS), "the node stops when told");

            for (UUID parent : parents) {
                assertEquals(
                        JobState.SUCCEEDED,
                        observer.state(parent),
                        observer.job(parent).error());
                assertEquals(CrashingNode.STEPS, observer.jobs.children(parent).size());
                assertTrue(
                        observer.jobs.children(parent).stream().allMatch(step -> step.state() == JobState.SUCCEEDED));
            }
            assertEquals(
                    PARENTS * (1L + CrashingNode.STEPS),
                    count(database, "SELECT count(*) FROM diary WHERE what = 'end'"),
                    "every job ended once");
            assertEquals(
                    0,
                    count(
                            database,
                            "SELECT count(*) FROM diary b JOIN diary e ON e.job = b.job AND e.what = 'end'"
                                    + " WHERE b.what = 'begin' AND b.line > e.line"),
                    "nothing that had ended was begun again");
            assertTrue(
                    count(database, "SELECT count(*) FROM diary WHERE what = 'begin'")
                            > PARENTS * (1L + CrashingNode.STEPS),
                    "the kills interrupted something");
        }
    }

    private static long count(OpenDatabase database, String query) {
        return database.database()
                .with(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    /** Returns once the node works. */
    private static Process start(DatabaseEndpoint endpoint) throws IOException {
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CrashingNode.class.getName(),
                        endpoint.url(),
                        endpoint.user(),
                        endpoint.password())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = node.inputReader();
        assertEquals("ready", output.readLine());
        return node;
    }
}
