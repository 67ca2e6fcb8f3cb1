package dev.evergreen.jobs.internal;

import static dev.evergreen.jobs.internal.TestNode.job;
import static dev.evergreen.jobs.internal.TestNode.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class GracefulStopTest {
    private static final int WAITING = "full".equals(System.getProperty("evergreen.counts")) ? 1_000 : 100;

    @Test
    void aNodeThatStopsUnderLoadCountsNoAttemptAndTheNextOneGoesOn() throws Exception {
        OpenDatabase database = TestServer.emptied();
        CountDownLatch begun = new CountDownLatch(4);
        TestNode first = new TestNode(database, "node-a", TestNode.QUICK).start();
        first.handle("long", context -> {
            begun.countDown();
            while (true) {
                context.throwIfCancelled();
                Thread.onSpinWait();
            }
        });
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < WAITING; i++) {
            ids.add(first.submit(job("long")));
        }
        begun.await();

        first.close();

        for (UUID id : ids) {
            Job job = first.job(id);
            assertEquals(0, job.attempts());
            assertEquals(JobState.PENDING, job.state());
        }
        try (TestNode second = new TestNode(database, "node-b", TestNode.QUICK).start()) {
            second.handle("long", context -> ok());
            ids.forEach(id -> second.awaitState(id, JobState.SUCCEEDED));
            ids.forEach(id -> assertEquals(1, second.job(id).attempts()));
        }
        System.out.println(
                "FIGURE jobs at a node that stopped under load: " + WAITING + ", attempts counted for it: 0");
    }

    @Test
    void twoNodesShareTheWorkAndEachJobRunsOnce() throws Exception {
        OpenDatabase database = TestServer.emptied();
        List<UUID> runs = Collections.synchronizedList(new ArrayList<>());
        try (TestNode first = new TestNode(database, "node-a", TestNode.QUICK).start();
                TestNode second = new TestNode(database, "node-b", TestNode.QUICK).start()) {
            first.handle("short", context -> {
                runs.add(context.job().id());
                return ok();
            });
            second.handle("short", context -> {
                runs.add(context.job().id());
                return ok();
            });
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                ids.add(first.submit(job("short")));
            }
            ids.forEach(id -> second.awaitState(id, JobState.SUCCEEDED));
            assertEquals(100, runs.size());
            assertEquals(100, runs.stream().distinct().count());
        }
    }
}
