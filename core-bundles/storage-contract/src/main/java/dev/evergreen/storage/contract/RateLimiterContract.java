package dev.evergreen.storage.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.RateDecision;
import dev.evergreen.domain.storage.RateLimit;
import dev.evergreen.domain.storage.RateLimiter;
import dev.evergreen.domain.storage.RateRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimiter} does. */
public abstract class RateLimiterContract {
    private static final int CLIENTS = 3;
    private static final Duration HOUR = Duration.ofHours(1);

    /** One of three clients that share their rates: three nodes, or thrice the same. Nothing is booked at a test's start. */
    protected abstract RateLimiter limiter(int client);

    /** Returns when that much time has passed for the limiters. */
    protected abstract void pass(Duration time);

    @Test
    void grantsABurstAtOnceAndThenAtTheRate() {
        RateLimit limit = new RateLimit(10, HOUR, 5);
        for (int i = 0; i < 5; i++) {
            assertEquals(new RateDecision(true, Duration.ZERO), acquire("burst", 1, limit, Duration.ZERO));
        }
        RateDecision refused = acquire("burst", 1, limit, Duration.ofMinutes(5));
        assertFalse(refused.granted());
        assertClose(Duration.ofMinutes(6), refused.after());
    }

    @Test
    void booksForThoseWhoWaitInTheOrderOfAsking() {
        RateLimit limit = new RateLimit(60, HOUR, 1);
        for (int i = 0; i < 6; i++) {
            RateDecision decision = limiter(i % CLIENTS).acquire(new RateRequest("queue", 1, limit, HOUR));
            assertTrue(decision.granted());
            assertClose(Duration.ofMinutes(i), decision.after());
        }
    }

    @Test
    void aRefusalBooksNothing() {
        RateLimit limit = new RateLimit(60, HOUR, 1);
        assertTrue(acquire("refused", 1, limit, Duration.ZERO).granted());
        for (int i = 0; i < 50; i++) {
            assertFalse(acquire("refused", 1, limit, Duration.ofSeconds(1)).granted());
        }
        assertClose(Duration.ofMinutes(1), acquire("refused", 1, limit, HOUR).after());
    }

    @Test
    void countsPermits() {
        RateLimit limit = new RateLimit(60, HOUR, 10);
        assertEquals(Duration.ZERO, acquire("weighed", 7, limit, Duration.ZERO).after());
        assertFalse(acquire("weighed", 4, limit, Duration.ZERO).granted());
        assertEquals(Duration.ZERO, acquire("weighed", 3, limit, Duration.ZERO).after());
        assertClose(
                Duration.ofMinutes(25),
                acquire("weighed", 25, limit, HOUR).after(),
                "more than a burst is granted when it has accrued");
    }

    @Test
    void accruesWithTimeAndNeverMoreThanABurst() {
        RateLimit limit = new RateLimit(3, Duration.ofMillis(300), 2);
        assertEquals(2, grantedOf(5, "accrues", limit));
        pass(Duration.ofMillis(110));
        assertTrue(grantedOf(5, "accrues", limit) >= 1, "one has accrued");
        pass(Duration.ofSeconds(2));
        int granted = grantedOf(5, "accrues", new RateLimit(3, HOUR, 2));
        assertEquals(2, granted, "a long rest is worth one burst");
    }

    @Test
    void keepsKeysApart() {
        RateLimit limit = RateLimit.of(1, HOUR);
        assertTrue(acquire("one", 1, limit, Duration.ZERO).granted());
        assertTrue(acquire("two", 1, limit, Duration.ZERO).granted());
        assertFalse(acquire("one", 1, limit, Duration.ZERO).granted());
    }

    @Test
    void neverAdmitsTooManyOfThreeClientsAtOnce() throws Exception {
        RateLimit limit = new RateLimit(3600, HOUR, 50);
        long began = System.nanoTime();
        List<RateDecision> decisions = atOnce("crowd", limit, Duration.ZERO);
        long granted = decisions.stream().filter(RateDecision::granted).count();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + 1;
        assertTrue(granted >= 50, "granted " + granted);
        assertTrue(granted <= 50 + seconds, "granted " + granted + " within " + seconds + " s");
    }

    @Test
    void givesEachOfThreeClientsATurnOfItsOwn() throws Exception {
        RateLimit limit = new RateLimit(3600, HOUR, 1);
        List<RateDecision> decisions = atOnce("turns", limit, HOUR);
        assertTrue(decisions.stream().allMatch(RateDecision::granted));
        // Turns are a second apart; asking all of them takes less than the difference that is allowed here.
        Duration last = decisions.stream()
                .map(RateDecision::after)
                .max(Duration::compareTo)
                .orElseThrow();
        assertClose(Duration.ofSeconds(decisions.size() - 1), last);
    }

    @Test
    void refusesWhatIsNoLimit() {
        assertThrows(IllegalArgumentException.class, () -> new RateLimit(0, HOUR, 1));
        assertThrows(IllegalArgumentException.class, () -> new RateLimit(1, Duration.ZERO, 1));
        assertThrows(IllegalArgumentException.class, () -> new RateLimit(1, HOUR, 0));
        RateLimit limit = RateLimit.of(1, HOUR);
        assertThrows(IllegalArgumentException.class, () -> new RateRequest("k", 0, limit, HOUR));
        assertThrows(IllegalArgumentException.class, () -> new RateRequest("k", 1, limit, HOUR.negated()));
    }

    private List<RateDecision> atOnce(String key, RateLimit limit, Duration patience) throws Exception {
        int threads = CLIENTS * 3;
        int each = 20;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch together = new CountDownLatch(threads);
        try {
            List<CompletableFuture<List<RateDecision>>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                RateLimiter mine = limiter(i % CLIENTS);
                all.add(CompletableFuture.supplyAsync(
                        () -> {
                            together.countDown();
                            awaitAll(together);
                            List<RateDecision> decisions = new ArrayList<>();
                            for (int k = 0; k < each; k++) {
                                decisions.add(mine.acquire(new RateRequest(key, 1, limit, patience)));
                            }
                            return decisions;
                        },
                        pool));
            }
            List<RateDecision> decisions = new ArrayList<>();
            for (CompletableFuture<List<RateDecision>> one : all) {
                decisions.addAll(one.get(60, TimeUnit.SECONDS));
            }
            return decisions;
        } finally {
            pool.shutdownNow();
        }
    }

    private static void awaitAll(CountDownLatch together) {
        try {
            assertTrue(together.await(30, TimeUnit.SECONDS), "all threads are there");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private int grantedOf(int requests, String key, RateLimit limit) {
        int granted = 0;
        for (int i = 0; i < requests; i++) {
            granted += acquire(key, 1, limit, Duration.ZERO).granted() ? 1 : 0;
        }
        return granted;
    }

    private RateDecision acquire(String key, long permits, RateLimit limit, Duration patience) {
        return limiter(0).acquire(new RateRequest(key, permits, limit, patience));
    }

    private static void assertClose(Duration expected, Duration actual) {
        assertClose(expected, actual, "the wait");
    }

    /** Real time passes in some limiters, so a wait may be a little shorter than computed, never longer. */
    private static void assertClose(Duration expected, Duration actual, String what) {
        Duration missing = expected.minus(actual);
        assertTrue(
                !missing.isNegative() && missing.compareTo(Duration.ofSeconds(20)) < 0,
                what + " is " + actual + " instead of " + expected);
    }
}
