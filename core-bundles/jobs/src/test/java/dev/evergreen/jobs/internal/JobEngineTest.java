package dev.evergreen.jobs.internal;

import static dev.evergreen.jobs.internal.TestNode.job;
import static dev.evergreen.jobs.internal.TestNode.ok;
import static dev.evergreen.jobs.internal.TestNode.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.job.JobState;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.jobs.NewJob;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobEngineTest {
    private TestNode node;

    @BeforeEach
    void open() throws SQLException {
        node = new TestNode(TestServer.database(8), "node-a", TestNode.QUICK).start();
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void runsJobsInTheOrderOfTheirDependencies() {
        ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
        node.handle("first", context -> {
            order.add("first");
            return JobOutcome.done("{\"answer\": 42}");
        });
        NewJob first = job("first");
        NewJob second = job("second", first.id());
        node.handle("second", context -> {
            order.add("second after " + context.outputOf(first.id()));
            return ok();
        });

        UUID last = node.jobs.submit(List.of(first, second)).get(1);

        node.awaitState(last, JobState.SUCCEEDED);
        assertEquals(List.of("first", "second after {\"answer\": 42}"), List.copyOf(order));
    }

    @Test
    void aParentRunsUntilItsLastStepHasEnded() {
        NewJob parent = job("parent");
        NewJob narrate = step(parent.id(), "step");
        NewJob render = step(parent.id(), "step", narrate.id());
        node.handle("parent", context -> new JobOutcome.Done("{}", List.of(narrate, render), () -> {}));
        node.handle("step", context -> {
            context.progress(50, "half way");
            return ok();
        });

        UUID id = node.submit(parent);

        node.awaitState(id, JobState.SUCCEEDED);
        assertEquals(100, node.job(id).progress());
        assertTrue(node.jobs.children(id).stream().allMatch(child -> child.state() == JobState.SUCCEEDED));
        List<Integer> progress = node.events.stream()
                .filter(event -> event.key().equals(id.toString()))
                .map(event -> (Integer) event.payload().get("progress"))
                .toList();
        assertEquals(progress.stream().sorted().toList(), progress, "progress never falls");
        assertTrue(progress.contains(50), "one of two steps is half of it: " + progress);
    }
}
