package dev.evergreen.jobs.internal;

import static dev.evergreen.jobs.internal.TestNode.job;
import static dev.evergreen.jobs.internal.TestNode.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.job.Queue;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.jobs.NewJob;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jobs that rest while others help them. */
@Timeout(60)
class HelpersTest {
    private static final Duration LONG = Duration.ofHours(1);

    private TestNode node;
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);

    @BeforeEach
    void open() throws SQLException {
        node = new TestNode(TestServer.emptied(), "node-a", TestNode.QUICK)
                .start()
                .handle("good", context -> ok())
                .handle("bad", context -> {
                    throw new JobFailedException("the paint is out", Optional.empty(), null);
                })
                .handle("slow", context -> {
                    begun.countDown();
                    try (AutoCloseable stop = context.onCancel(goOn::countDown)) {
                        goOn.await();
                    }
                    context.throwIfCancelled();
                    return ok();
                });
    }

    @AfterEach
    void close() {
        goOn.countDown();
        node.close();
    }

    private static NewJob helper(UUID parent, String kind, int weight) {
        return new NewJob(
                UUID.randomUUID(),
                Optional.empty(),
                Optional.of(parent),
                Queue.GENERATION,
                kind,
                "a " + kind + " helper",
                0,
                "{}",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "test",
                weight,
                true);
    }

    /** A job that rests until these have ended, and then ends well itself; answers how often it was called. */
    private AtomicInteger resting(NewJob film, NewJob... helpers) {
        AtomicInteger calls = new AtomicInteger();
        node.handle(
                film.kind(),
                context -> calls.incrementAndGet() == 1 ? new JobOutcome.Again(LONG, List.of(helpers)) : ok());
        return calls;
    }

    @Test
    void aJobIsCalledAgainWhenItsLastHelperHasEndedHoweverThatWas() throws InterruptedException {
        NewJob film = job("film");
        NewJob slow = helper(film.id(), "slow", 1);
        AtomicInteger calls = resting(film, helper(film.id(), "good", 2), helper(film.id(), "bad", 1), slow);

        node.submit(film);

        assertTrue(begun.await(20, TimeUnit.SECONDS));
        TestNode.await(
                () -> node.job(film.id()).progress() == 50,
                Duration.ofSeconds(20),
                () -> "half of the work: " + node.job(film.id()).progress());
        assertEquals(JobState.PENDING, node.state(film.id()));
        goOn.countDown();
        node.awaitState(film.id(), JobState.SUCCEEDED);
        assertEquals(2, calls.get());
        assertEquals(1, node.job(film.id()).attempts());
        assertEquals(
                List.of(JobState.SUCCEEDED, JobState.FAILED, JobState.SUCCEEDED),
                node.jobs.children(film.id()).stream().map(Job::state).toList());
    }

    @Test
    void cancellingAJobThatRestsStopsItsHelpers() throws InterruptedException {
        NewJob film = job("film");
        NewJob slow = helper(film.id(), "slow", 1);
        NewJob waits = helper(film.id(), "nobody-does-this", 1);
        AtomicInteger calls = resting(film, slow, waits);
        node.submit(film);
        assertTrue(begun.await(20, TimeUnit.SECONDS));

        node.jobs.cancel(film.id());

        node.awaitState(film.id(), JobState.CANCELLED);
        node.awaitState(slow.id(), JobState.CANCELLED);
        node.awaitState(waits.id(), JobState.CANCELLED);
        assertEquals(1, calls.get());
    }

    @Test
    void aJobThatEndsNeedsNoMoreHelpAndIsNotKeptOpenByIt() throws InterruptedException {
        NewJob film = job("film");
        NewJob slow = helper(film.id(), "slow", 1);
        AtomicInteger calls = new AtomicInteger();
        node.handle(
                "film",
                context -> calls.incrementAndGet() == 1
                        ? new JobOutcome.Again(Duration.ofMillis(50), List.of(slow))
                        : awaited());
        node.submit(film);

        node.awaitState(film.id(), JobState.SUCCEEDED);

        node.awaitState(slow.id(), JobState.CANCELLED);
        assertEquals(JobState.SUCCEEDED, node.state(film.id()), "its helpers are no part of how it ends");
    }

    private JobOutcome awaited() throws InterruptedException {
        assertTrue(begun.await(20, TimeUnit.SECONDS));
        return ok();
    }

    @Test
    void helpersAreSubmittedWithTheRestOrNotAtAll() {
        NewJob film = job("film");
        NewJob good = helper(film.id(), "good", 1);
        node.handle("film", context -> {
            node.jobs.cancel(film.id());
            return new JobOutcome.Again(LONG, List.of(good));
        });

        node.submit(film);

        node.awaitState(film.id(), JobState.CANCELLED);
        assertTrue(node.jobs.children(film.id()).isEmpty());
    }

    @Test
    void aHelperIsNotRetriedByItselfNorWithItsJob() {
        NewJob film = job("film");
        NewJob bad = helper(film.id(), "bad", 1);
        AtomicInteger calls = new AtomicInteger();
        node.handle("film", context -> {
            if (calls.incrementAndGet() == 1) {
                return new JobOutcome.Again(LONG, List.of(bad));
            }
            if (calls.get() == 2) {
                throw new JobFailedException("the brush is gone", Optional.empty(), null);
            }
            return ok();
        });
        node.submit(film);
        node.awaitState(film.id(), JobState.FAILED);

        ProblemException refused = assertThrows(ProblemException.class, () -> node.jobs.retry(bad.id()));
        node.jobs.retry(film.id());

        assertTrue(String.valueOf(refused.getMessage()).contains("retry that one"), refused.getMessage());
        node.awaitState(film.id(), JobState.SUCCEEDED);
        assertEquals(JobState.FAILED, node.state(bad.id()));
        assertFalse(node.jobs.children(film.id()).isEmpty());
    }
}
