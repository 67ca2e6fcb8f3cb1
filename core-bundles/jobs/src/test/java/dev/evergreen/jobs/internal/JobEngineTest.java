package dev.evergreen.jobs.internal;

import static dev.evergreen.jobs.internal.TestNode.job;
import static dev.evergreen.jobs.internal.TestNode.ok;
import static dev.evergreen.jobs.internal.TestNode.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.Page;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobFilter;
import dev.evergreen.jobs.JobHandler;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.jobs.NewJob;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobEngineTest {
    private TestNode node;

    @BeforeEach
    void open() throws SQLException {
        node = new TestNode(TestServer.emptied(), "node-a", TestNode.QUICK).start();
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void beginsAtOnceWithWhatAnotherNodeTells() {
        node.handle("told", context -> ok());
        int jobs = 6;
        try (TestNode other = new TestNode(node.database, "node-b", TestNode.QUICK)) {
            long began = System.nanoTime();
            for (int i = 0; i < jobs; i++) {
                UUID id = other.submit(job("told"));
                node.hear(other.events.getLast());
                node.awaitState(id, JobState.SUCCEEDED);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            // Looking by itself, the node would find each of them up to a second after the one before.
            assertTrue(seconds < jobs - 2, jobs + " jobs one after the other took " + seconds + " s");
        }
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
    void aJobBeginsWithinMomentsOfItsCommit() {
        node.handle("quick", context -> ok());
        long begun = System.nanoTime();

        UUID id = node.submit(job("quick"));

        node.awaitState(id, JobState.SUCCEEDED);
        assertTrue(System.nanoTime() - begun < Duration.ofMillis(900).toNanos(), "it did not wait for a poll");
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
        assertEquals(1, node.job(id).attempts());
        assertTrue(node.jobs.children(id).stream().allMatch(child -> child.state() == JobState.SUCCEEDED));
        List<Integer> progress = node.events.stream()
                .filter(event -> event.key().equals(id.toString()))
                .map(event -> (Integer) event.payload().get("progress"))
                .toList();
        assertEquals(progress.stream().sorted().toList(), progress, "progress never falls");
        assertTrue(progress.contains(50), "one of two steps is half of it: " + progress);
    }

    @Test
    void aStepThatFailsTakesItsDependentsAndItsParentAlong() {
        NewJob parent = job("parent");
        NewJob good = step(parent.id(), "good");
        NewJob bad = step(parent.id(), "bad");
        NewJob after = step(parent.id(), "good", bad.id());
        node.handle("parent", context -> new JobOutcome.Done("{}", List.of(good, bad, after), () -> {}));
        node.handle("good", context -> ok());
        node.handle("bad", context -> {
            throw new JobFailedException("the paint is out", Optional.empty(), null);
        });

        UUID id = node.submit(parent);

        node.awaitState(id, JobState.FAILED);
        assertEquals(JobState.SUCCEEDED, node.state(good.id()), "what does not depend on it goes on");
        assertEquals(JobState.FAILED, node.state(after.id()));
        assertEquals("\"a bad\" failed: the paint is out", node.job(after.id()).error());
        assertEquals("\"a bad\": the paint is out", node.job(id).error());
    }

    @Test
    void retryingRepeatsOnlyWhatDidNotSucceed() {
        AtomicInteger goodRuns = new AtomicInteger();
        AtomicInteger parentRuns = new AtomicInteger();
        AtomicBoolean broken = new AtomicBoolean(true);
        NewJob parent = job("parent");
        NewJob good = step(parent.id(), "good");
        NewJob bad = step(parent.id(), "bad", good.id());
        NewJob after = step(parent.id(), "good", bad.id());
        node.handle("parent", context -> {
            parentRuns.incrementAndGet();
            return new JobOutcome.Done("{}", List.of(good, bad, after), () -> {});
        });
        node.handle("good", context -> {
            goodRuns.incrementAndGet();
            return ok();
        });
        node.handle("bad", context -> {
            if (broken.get()) {
                throw new JobFailedException("broken", Optional.empty(), null);
            }
            return ok();
        });
        UUID id = node.submit(parent);
        node.awaitState(id, JobState.FAILED);

        broken.set(false);
        node.jobs.retry(id);

        node.awaitState(id, JobState.SUCCEEDED);
        assertEquals(JobState.SUCCEEDED, node.state(after.id()));
        assertEquals(2, goodRuns.get(), "the first step is kept; the last one had never run");
        assertEquals(1, parentRuns.get());
    }

    @Test
    void retryingAStepOpensItsParentAndItsDependents() {
        AtomicBoolean broken = new AtomicBoolean(true);
        NewJob parent = job("parent");
        NewJob bad = step(parent.id(), "bad");
        NewJob after = step(parent.id(), "good", bad.id());
        node.handle("parent", context -> new JobOutcome.Done("{}", List.of(bad, after), () -> {}));
        node.handle("good", context -> ok());
        node.handle("bad", context -> {
            if (broken.get()) {
                throw new JobFailedException("broken", Optional.empty(), null);
            }
            return ok();
        });
        UUID id = node.submit(parent);
        node.awaitState(id, JobState.FAILED);

        broken.set(false);
        node.jobs.retry(bad.id());

        node.awaitState(id, JobState.SUCCEEDED);
        assertThrows(ProblemException.class, () -> node.jobs.retry(id), "what succeeded is not retried");
    }

    @Test
    void failuresAreTriedAgainAndThenDead() {
        node.handle("shaky", context -> {
            throw new IllegalStateException(
                    "no luck at attempt " + context.job().attempts());
        });

        UUID id = node.submit(job("shaky"));

        node.awaitState(id, JobState.DEAD);
        assertEquals(3, node.job(id).attempts());
        assertEquals("no luck at attempt 3", node.job(id).error());
        // Events follow the commit that shows the state.
        TestNode.await(
                () -> node.events.stream().anyMatch(event -> event.topic().equals(JobNews.ERROR)),
                Duration.ofSeconds(5),
                () -> "no event tells of the failure");
        node.handle("shaky", context -> ok());
        node.jobs.retry(id);
        node.awaitState(id, JobState.SUCCEEDED);
    }

    @Test
    void askingForLaterIsNotCounted() {
        AtomicInteger calls = new AtomicInteger();
        node.handle(
                "patient", context -> calls.incrementAndGet() < 6 ? new JobOutcome.Again(Duration.ofMillis(10)) : ok());

        UUID id = node.submit(job("patient"));

        node.awaitState(id, JobState.SUCCEEDED);
        assertEquals(1, node.job(id).attempts());
    }

    @Test
    void aKindWithoutHandlerIsParkedUntilOneArrives() {
        UUID id = node.submit(job("rare"));
        node.awaitState(id, JobState.PARKED);

        node.handle("rare", context -> ok());

        node.awaitState(id, JobState.SUCCEEDED);
        assertEquals(1, node.job(id).attempts());
    }

    @Test
    void aHandlerThatGoesAwayHandsItsJobsBackUncounted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        JobHandler old = context -> {
            begun.countDown();
            while (true) {
                context.throwIfCancelled();
                Thread.onSpinWait();
            }
        };
        node.handle("long", old);
        UUID id = node.submit(job("long"));
        begun.await();

        node.remove("long", old);

        node.awaitState(id, JobState.PARKED);
        assertEquals(0, node.job(id).attempts());
        node.handle("long", context -> ok());
        node.awaitState(id, JobState.SUCCEEDED);
        assertEquals(1, node.job(id).attempts());
    }

    @Test
    void aRunningJobThatListensIsCancelledWithItsSteps() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        NewJob parent = job("parent");
        NewJob running = step(parent.id(), "endless");
        NewJob waiting = step(parent.id(), "endless", running.id());
        node.handle("parent", context -> new JobOutcome.Done("{}", List.of(running, waiting), () -> {}));
        CompletableFuture<Void> told = new CompletableFuture<>();
        node.handle("endless", context -> {
            context.onCancel(() -> told.complete(null));
            begun.countDown();
            told.join();
            context.throwIfCancelled();
            return ok();
        });
        UUID id = node.submit(parent);
        begun.await();

        node.jobs.cancel(id);

        node.awaitState(id, JobState.CANCELLED);
        assertEquals(JobState.CANCELLED, node.state(running.id()));
        assertEquals(JobState.CANCELLED, node.state(waiting.id()));
    }

    @Test
    void aRunningJobThatDoesNotListenIsCancelledWithinFiveSeconds() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean finish = new AtomicBoolean();
        node.handle("deaf", context -> {
            begun.countDown();
            while (!finish.get()) {
                Thread.onSpinWait();
            }
            return JobOutcome.done("{\"late\": true}");
        });
        UUID id = node.submit(job("deaf"));
        begun.await();
        long asked = System.nanoTime();

        node.jobs.cancel(id);

        node.awaitState(id, JobState.CANCELLED);
        assertTrue(System.nanoTime() - asked < TimeUnit.SECONDS.toNanos(6), "the row is cancelled in time");
        finish.set(true);
        TestNode.await(() -> node.engine.busy() == 0, Duration.ofSeconds(5), () -> "its slot is not free");
        assertEquals("{}", node.job(id).output(), "what it did afterwards counts for nothing");
    }

    @Test
    void ofJobsWithTheSameUniqueKeyOneIsStored() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(node.submit(unique("only-one")));
        }

        assertEquals(1, ids.stream().distinct().count());
        node.handle("unique", context -> ok());
        node.awaitState(ids.get(0), JobState.SUCCEEDED);
        assertTrue(!ids.contains(node.submit(unique("only-one"))), "the key is free again after the end");
    }

    @Test
    void aPausedQueueHandsOutNothing() {
        node.handle("quick", context -> ok());
        node.store.pause(Queue.GENERATION, true);
        UUID id = node.submit(job("quick"));
        UUID other = node.submit(in(Queue.HIGH_PRIORITY, 0, Optional.empty()));
        node.awaitState(other, JobState.SUCCEEDED);
        assertEquals(JobState.PENDING, node.state(id));

        node.store.pause(Queue.GENERATION, false);

        node.awaitState(id, JobState.SUCCEEDED);
    }

    @Test
    void aJobThatIsSubmittedAndRolledBackWasNever() {
        node.handle("quick", context -> ok());
        NewJob ghost = job("quick");

        assertThrows(
                IllegalStateException.class,
                () -> node.database.transactions().run(() -> {
                    node.jobs.submit(List.of(ghost));
                    throw new IllegalStateException("changed my mind");
                }));

        UUID witness = node.submit(job("quick"));
        node.awaitState(witness, JobState.SUCCEEDED);
        assertTrue(node.jobs.find(ghost.id()).isEmpty());
        assertTrue(node.events.stream()
                .noneMatch(event -> event.key().equals(ghost.id().toString())));
    }

    @Test
    void theEndAndWhatBelongsToItAreOneTransaction() {
        AtomicInteger tries = new AtomicInteger();
        NewJob next = job("quick");
        node.handle("quick", context -> ok());
        node.handle(
                "writer",
                context -> new JobOutcome.Done("{}", List.of(next), () -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("the disk hiccups");
                    }
                }));

        UUID id = node.submit(job("writer"));

        node.awaitState(id, JobState.SUCCEEDED);
        node.awaitState(next.id(), JobState.SUCCEEDED);
        assertEquals(2, node.job(id).attempts());
    }

    @Test
    void aDeadlineEndsWhatWaitsAndWhatRuns() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        node.handle("endless", context -> {
            begun.countDown();
            while (true) {
                context.throwIfCancelled();
                Thread.onSpinWait();
            }
        });
        UUID waiting = node.submit(in(Queue.EXPORT, 0, Optional.of(Instant.now().plusMillis(500))));
        NewJob endless = job("endless");
        UUID running = node.submit(new NewJob(
                endless.id(),
                Optional.empty(),
                Optional.empty(),
                Queue.GENERATION,
                "endless",
                "an endless",
                0,
                "{}",
                Optional.empty(),
                List.of(),
                Optional.of(Instant.now().plusSeconds(1)),
                "test"));
        begun.await();

        node.awaitState(waiting, JobState.FAILED);
        node.awaitState(running, JobState.FAILED);
        assertEquals("The deadline has passed", node.job(running).error());
    }

    @Test
    void listsAreTurnedPageByPageNewestFirst() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, node.submit(job("rare")));
        }
        JobFilter rare = new JobFilter(Optional.empty(), Optional.of("rare"), Optional.empty(), true);

        Page<Job> first = node.jobs.list(rare, PageRequest.first(3));
        Page<Job> second = node.jobs.list(rare, new PageRequest(first.next(), 3));

        assertEquals(5, first.total());
        assertEquals(ids.subList(0, 3), first.items().stream().map(Job::id).toList());
        assertEquals(ids.subList(3, 5), second.items().stream().map(Job::id).toList());
        assertEquals(Optional.empty(), second.next());
    }

    private static NewJob unique(String key) {
        return new NewJob(
                UUID.randomUUID(),
                Optional.empty(),
                Optional.empty(),
                Queue.GENERATION,
                "unique",
                "a unique one",
                0,
                "{}",
                Optional.of(key),
                List.of(),
                Optional.empty(),
                "test");
    }

    private static NewJob in(Queue queue, int priority, Optional<Instant> deadline) {
        String kind = deadline.isPresent() ? "nobody-does-this" : "quick";
        return new NewJob(
                UUID.randomUUID(),
                Optional.empty(),
                Optional.empty(),
                queue,
                kind,
                "a " + kind,
                priority,
                "{}",
                Optional.empty(),
                List.of(),
                deadline,
                "test");
    }
}
