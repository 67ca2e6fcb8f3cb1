package dev.evergreen.jobs.internal;

import static dev.evergreen.jobs.internal.TestNode.job;
import static dev.evergreen.jobs.internal.TestNode.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobRate;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.JobWorker;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.domain.job.QueueState;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.jobs.NewJob;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import dev.evergreen.persistence.internal.jobs.JdbiJobSchedules;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rates, schedules, dead letters, and what operators see and do. */
@Timeout(60)
class QueueRulesTest {
    private OpenDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = TestServer.emptied();
        database.database().with(handle -> handle.execute("DELETE FROM job_rates"));
        database.database().with(handle -> handle.execute("DELETE FROM job_schedules"));
    }

    @Test
    void aKindBeginsNoOftenerThanItsRateOnAllNodesTogether() {
        EngineSettings limited = TestNode.withRates(Map.of("limited", new JobRate(5, Duration.ofHours(1))));
        AtomicInteger begun = new AtomicInteger();
        JobHandler handler = context -> {
            begun.incrementAndGet();
            return ok();
        };
        try (TestNode first = new TestNode(database, "node-a", limited).start();
                TestNode second = new TestNode(database, "node-b", limited).start()) {
            first.handle("limited", handler).handle("free", context -> ok());
            second.handle("limited", handler).handle("free", context -> ok());
            for (int i = 0; i < 20; i++) {
                first.submit(job("limited"));
            }
            TestNode.await(() -> begun.get() == 5, Duration.ofSeconds(10), () -> begun + " have begun");
            UUID witness = first.submit(job("free"));
            first.awaitState(witness, JobState.SUCCEEDED);
            assertEquals(5, begun.get());
            assertEquals(15, state(first, Queue.GENERATION).waiting(), "the others wait and hold up no other kind");

            passed(Duration.ofMinutes(25));
            TestNode.await(() -> begun.get() == 7, Duration.ofSeconds(10), () -> begun + " have begun");
            UUID later = first.submit(job("free"));
            first.awaitState(later, JobState.SUCCEEDED);
            assertEquals(7, begun.get(), "two fifths of an hour later, two more");
        }
    }

    @Test
    void operatorsSeeWhatEachNodeWorksOn() {
        EngineSettings limited = TestNode.withRates(Map.of("limited", new JobRate(5, Duration.ofHours(1))));
        try (TestNode first = new TestNode(database, "node-a", limited).start()) {
            QueueService queues = new QueueService(first.store, new JdbiJobSchedules(database.database()));
            TestNode second = new TestNode(database, "node-b", TestNode.QUICK).start();
            try (second) {
                TestNode.await(
                        () -> queues.workers().stream()
                                        .filter(worker ->
                                                worker.share().concurrency().size() == Queue.values().length)
                                        .count()
                                == 2,
                        Duration.ofSeconds(10),
                        () -> "workers: " + queues.workers());
                assertEquals(
                        List.of("node-a", "node-b"),
                        queues.workers().stream().map(JobWorker::node).toList());
                JobWorker worker = queues.workers().get(0);
                assertEquals(limited.rates(), worker.share().rates());
                assertTrue(worker.silent().compareTo(Duration.ofSeconds(10)) < 0, worker::toString);
            }
            assertEquals(
                    List.of("node-a"),
                    queues.workers().stream().map(JobWorker::node).toList(),
                    "one that stops withdraws");
        }
    }

    /** As if so much time had gone by since the last begins. */
    private void passed(Duration time) {
        database.database()
                .with(handle ->
                        handle.execute("UPDATE job_rates SET next_at = next_at - make_interval(secs => ?)", (double)
                                time.toSeconds()));
    }

    @Test
    void aScheduleFiresOnceForAllNodes() {
        JdbiJobSchedules schedules = new JdbiJobSchedules(database.database());
        TestNode node = new TestNode(database, "node-a", TestNode.QUICK);
        AtomicInteger fired = new AtomicInteger();
        UnaryOperator<Instant> hourly = now -> now.plus(Duration.ofHours(1));
        assertFalse(schedules.fire("clean", "hourly", hourly, fired::incrementAndGet), "new: due at its next time");
        assertFalse(schedules.fire("clean", "hourly", hourly, fired::incrementAndGet));
        due("clean");

        TestNode.atOnce(8, i -> schedules.fire("clean", "hourly", hourly, fired::incrementAndGet));

        assertEquals(1, fired.get());
        assertTrue(schedules.list().get(0).fired().isPresent(), "operators see when");
        due("clean");
        assertFalse(schedules.fire("clean", "weekly", hourly, fired::incrementAndGet), "changed: its next time");
        due("clean");
        NewJob lost = job("quick");
        assertThrows(
                IllegalStateException.class,
                () -> schedules.fire("clean", "weekly", hourly, () -> {
                    node.jobs.submit(List.of(lost));
                    throw new IllegalStateException("the submission fails");
                }));
        assertTrue(node.jobs.find(lost.id()).isEmpty());
        assertTrue(schedules.fire("clean", "weekly", hourly, fired::incrementAndGet), "it is still due");
    }

    private void due(String name) {
        database.database()
                .with(handle -> handle.execute(
                        "UPDATE job_schedules SET next_at = now() - interval '3 days' WHERE name = ?", name));
    }

    @Test
    void jobsThatEndedLongAgoAreRemovedByTheClock() {
        try (TestNode node = new TestNode(database, "node-a", TestNode.QUICK).start()) {
            node.handle("quick", context -> ok());
            UUID old = node.submit(job("quick"));
            UUID young = node.submit(job("quick"));
            node.awaitState(old, JobState.SUCCEEDED);
            node.awaitState(young, JobState.SUCCEEDED);
            database.database()
                    .with(handle -> handle.execute(
                            "UPDATE generation_jobs SET completed_at = now() - interval '91 days' WHERE id = ?", old));
            HistoryPruning pruning = new HistoryPruning(node.claims, Duration.ofDays(90), "* * * * *");
            node.handle(HistoryPruning.NAME, pruning);
            node.engine.addScheduledJob(pruning);
            TestNode.await(
                    () -> database.database()
                                    .with(handle -> handle.execute(
                                            "UPDATE job_schedules SET next_at = now() - interval '1 minute'"))
                            == 1,
                    Duration.ofSeconds(20),
                    () -> "the schedule is not known");

            TestNode.await(
                    () -> node.jobs.find(old).isEmpty(), Duration.ofSeconds(20), () -> "the old job is still there");
            assertTrue(node.jobs.find(young).isPresent());
        }
    }

    @Test
    void aDeadLetterIsInspectedRetriedOrDiscarded() {
        try (TestNode node = new TestNode(database, "node-a", TestNode.QUICK).start()) {
            node.handle("bad", context -> {
                throw new IllegalStateException("no paint");
            });
            NewJob parent = job("parent");
            NewJob step = TestNode.step(parent.id(), "broken");
            node.handle("parent", context -> new JobOutcome.Done("{}", List.of(step), () -> {}));
            node.handle("broken", context -> {
                throw new JobFailedException("torn", Optional.empty(), null);
            });
            node.handle("slow", context -> new JobOutcome.Again(Duration.ofHours(1)));
            UUID dead = node.submit(job("bad"));
            UUID root = node.submit(parent);
            UUID open = node.submit(job("slow"));
            node.awaitState(dead, JobState.DEAD);
            node.awaitState(root, JobState.FAILED);
            QueueService queues = new QueueService(node.store, new JdbiJobSchedules(database.database()));

            assertEquals(1, state(node, Queue.GENERATION).dead());
            assertEquals("no paint", node.job(dead).error());
            assertEquals("{}", node.job(dead).input());
            assertThrows(ProblemException.class, () -> queues.discard(open), "open");
            assertThrows(ProblemException.class, () -> queues.discard(step.id()), "a step");
            assertThrows(ProblemException.class, () -> queues.discard(UUID.randomUUID()), "unknown");
            queues.discard(dead);
            queues.discard(root);

            assertTrue(node.jobs.find(dead).isEmpty());
            assertTrue(node.jobs.find(step.id()).isEmpty());
            assertEquals(0, state(node, Queue.GENERATION).dead());
            assertTrue(node.jobs.find(open).isPresent());
        }
    }

    @Test
    void inputThatCannotBeReadIsADeadLetterAfterThreeAttempts() {
        deadAfterThree("input that cannot be read", context -> {
            throw new IllegalArgumentException("not a Sentence in JSON");
        });
    }

    @Test
    void aJobThatNeedsMoreMemoryThanThereIsIsADeadLetterAfterThreeAttempts() {
        deadAfterThree("too little memory", context -> {
            throw new OutOfMemoryError("Java heap space");
        });
    }

    private void deadAfterThree(String what, JobHandler poison) {
        TestNode node = new TestNode(database, "node-a", TestNode.QUICK);
        JobService patient = new JobService(node.store, node.news, 50);
        try (node) {
            node.start().handle("poison", poison).handle("quick", context -> ok());
            UUID id = patient.submit(List.of(job("poison"))).get(0);
            node.awaitState(id, JobState.DEAD);
            assertEquals(3, node.job(id).attempts());
            UUID after = node.submit(job("quick"));
            node.awaitState(after, JobState.SUCCEEDED);
        }
        System.out.println("FIGURE attempts until " + what + " made a job a dead letter: 3, other jobs lost: 0");
    }

    @Test
    void whatRanWhenANodeDiedIsHandedOutOneAtATime() {
        TestNode node = new TestNode(database, "node-a", TestNode.QUICK);
        Set<UUID> suspects = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            suspects.add(node.submit(job("work")));
        }
        UUID victim = UUID.randomUUID();
        node.claims.register(victim, "node-a", 3);
        assertEquals(3, claim(node, victim, 10).size());
        UUID fresh = node.submit(job("work"));
        UUID again = UUID.randomUUID();
        node.claims.register(again, "node-a", 3);

        List<Job> first = claim(node, again, 10);
        List<Job> second = claim(node, again, 10);

        assertEquals(2, first.size());
        assertTrue(first.stream().anyMatch(job -> job.id().equals(fresh)), "what is new is not held up");
        assertEquals(List.of(), second, "another of the suspects must wait for the end of the first");
        Job suspect = first.stream()
                .filter(job -> suspects.contains(job.id()))
                .findFirst()
                .orElseThrow();
        node.claims.succeed(suspect.id(), suspect.fence(), "{}");
        assertEquals(1, claim(node, again, 10).size());
    }

    @Test
    void aQueueTellsWhatWaitsAndForHowLong() {
        TestNode node = new TestNode(database, "node-a", TestNode.QUICK);
        List<UUID> waiting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            waiting.add(node.submit(job(Queue.EXPORT, "work", 0, Optional.empty())));
        }
        database.database()
                .with(handle -> handle.execute(
                        "UPDATE generation_jobs SET run_at = now() - interval '90 seconds' WHERE id = ?",
                        waiting.get(2)));
        UUID worker = UUID.randomUUID();
        node.claims.register(worker, "node-a", 3);
        node.claims.claim(worker, Queue.EXPORT, List.of("work"), 1);
        QueueService queues = new QueueService(node.store, new JdbiJobSchedules(database.database()));
        queues.pause(Queue.EXPORT, true);

        QueueState export = state(node, Queue.EXPORT);

        assertTrue(export.paused());
        assertEquals(3, export.waiting());
        assertEquals(1, export.running());
        assertTrue(export.waited().toSeconds() >= 90, export.waited().toString());
        assertEquals(
                List.of(Queue.values()),
                queues.list().stream().map(QueueState::queue).toList());
        assertEquals(List.of(), node.claims.claim(worker, Queue.EXPORT, List.of("work"), 9), "it is held");
        queues.pause(Queue.EXPORT, false);
        assertEquals(
                3, node.claims.claim(worker, Queue.EXPORT, List.of("work"), 9).size());
    }

    @Test
    void ofAHundredSubmissionsAtOnceWithOneKeyOneIsStored() {
        TestNode node = new TestNode(database, "node-a", TestNode.QUICK);
        List<UUID> ids = Collections.synchronizedList(new ArrayList<>());

        TestNode.atOnce(100, i -> ids.add(node.submit(job(Queue.GENERATION, "work", 0, Optional.of("the one")))));

        assertEquals(100, ids.size());
        assertEquals(1, Set.copyOf(ids).size());
        assertEquals(1, state(node, Queue.GENERATION).waiting());
        System.out.println("FIGURE unique submissions at once: 100, rows: 1");
    }

    private static List<Job> claim(TestNode node, UUID worker, int most) {
        return node.claims.claim(worker, Queue.GENERATION, List.of("work"), most);
    }

    private static QueueState state(TestNode node, Queue queue) {
        return node.store.queues().get(queue.ordinal());
    }
}
