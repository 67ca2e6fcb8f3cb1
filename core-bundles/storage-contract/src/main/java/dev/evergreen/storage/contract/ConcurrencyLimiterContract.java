package dev.evergreen.storage.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.ConcurrencyDecision;
import dev.evergreen.domain.storage.ConcurrencyLimiter;
import dev.evergreen.domain.storage.ConcurrencyRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link ConcurrencyLimiter} does. */
public abstract class ConcurrencyLimiterContract {
    private static final int CLIENTS = 3;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final ConcurrencyDecision GRANTED = new ConcurrencyDecision(true, 0);

    /** One of three clients that share their places: three nodes, or thrice the same. Nobody is anywhere at a test's start. */
    protected abstract ConcurrencyLimiter limiter(int client);

    /** Returns when that much time has passed for the limiters. */
    protected abstract void pass(Duration time);

    @Test
    void givesSoManyPlacesAndNoMore() {
        assertEquals(GRANTED, enter(0, "places", "a", 2));
        assertEquals(GRANTED, enter(1, "places", "b", 2));
        assertEquals(new ConcurrencyDecision(false, 0), enter(2, "places", "c", 2));
        assertEquals(new ConcurrencyDecision(false, 1), enter(0, "places", "d", 2));
        limiter(2).leave("places", "a");
        assertEquals(GRANTED, enter(1, "places", "c", 2));
        assertFalse(enter(0, "places", "d", 2).granted());
    }

    @Test
    void nobodyInLineIsOvertaken() {
        enter(0, "line", "inside", 1);
        enter(0, "line", "first", 1);
        enter(1, "line", "second", 1);
        limiter(0).leave("line", "inside");
        assertEquals(
                new ConcurrencyDecision(false, 2),
                enter(2, "line", "newcomer", 1),
                "a free place is for the first in line");
        assertEquals(new ConcurrencyDecision(false, 1), enter(1, "line", "second", 1));
        assertEquals(GRANTED, enter(0, "line", "first", 1));
        limiter(0).leave("line", "first");
        assertEquals(GRANTED, enter(2, "line", "second", 1));
    }

    @Test
    void askingAgainNeedsNoSecondPlace() {
        for (int i = 0; i < 5; i++) {
            assertEquals(GRANTED, enter(i % CLIENTS, "again", "a", 1));
        }
        limiter(1).leave("again", "a");
        assertEquals(GRANTED, enter(0, "again", "b", 1));
        limiter(1).leave("again", "nobody");
        assertFalse(enter(0, "again", "c", 1).granted());
    }

    @Test
    void aLeaseEndsUnlessItIsProlonged() {
        Duration lease = Duration.ofMillis(300);
        limiter(0).enter(new ConcurrencyRequest("lease", "dead", 1, lease, HOUR));
        pass(Duration.ofMillis(400));
        assertEquals(GRANTED, limiter(1).enter(new ConcurrencyRequest("lease", "a", 1, lease, HOUR)));
        assertEquals(GRANTED, enter(1, "lease", "a", 1), "prolonged by an hour");
        pass(Duration.ofMillis(400));
        assertFalse(enter(2, "lease", "b", 1).granted());
    }

    @Test
    void whoDoesNotComeBackLosesItsPlaceInLine() {
        enter(0, "gone", "inside", 1);
        limiter(0).enter(new ConcurrencyRequest("gone", "lost", 1, HOUR, Duration.ofMillis(300)));
        assertEquals(new ConcurrencyDecision(false, 1), enter(1, "gone", "next", 1));
        pass(Duration.ofMillis(400));
        assertEquals(new ConcurrencyDecision(false, 0), enter(1, "gone", "next", 1));
        limiter(0).leave("gone", "inside");
        assertEquals(GRANTED, enter(2, "gone", "next", 1));
    }

    @Test
    void whoHasNoPatienceStandsInNoLine() {
        enter(0, "impatient", "inside", 1);
        ConcurrencyRequest impatient = new ConcurrencyRequest("impatient", "b", 1, HOUR, Duration.ZERO);
        assertFalse(limiter(1).enter(impatient).granted());
        limiter(0).leave("impatient", "inside");
        assertEquals(GRANTED, enter(2, "impatient", "c", 1));
    }

    @Test
    void keepsKeysApart() {
        assertEquals(GRANTED, enter(0, "one", "a", 1));
        assertEquals(GRANTED, enter(0, "two", "b", 1));
        limiter(0).leave("two", "a");
        assertFalse(enter(0, "one", "c", 1).granted());
    }

    @Test
    void neverLetsTooManyOfThreeClientsIn() throws Exception {
        int places = 4;
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS * 3);
        try {
            List<CompletableFuture<Integer>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS * 3; i++) {
                ConcurrencyLimiter mine = limiter(i % CLIENTS);
                String holder = "holder-" + i;
                all.add(CompletableFuture.supplyAsync(() -> visits(mine, holder, places, inside, most), pool));
            }
            int visits = 0;
            for (CompletableFuture<Integer> one : all) {
                visits += one.get(60, TimeUnit.SECONDS);
            }
            assertTrue(visits >= places, "visits: " + visits);
            assertTrue(most.get() <= places, "inside at the same time: " + most.get());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void refusesWhatIsNoRequest() {
        assertThrows(IllegalArgumentException.class, () -> new ConcurrencyRequest("k", "h", 0, HOUR, HOUR));
        assertThrows(IllegalArgumentException.class, () -> new ConcurrencyRequest("k", "h", 1, Duration.ZERO, HOUR));
        assertThrows(IllegalArgumentException.class, () -> new ConcurrencyRequest("k", "h", 1, HOUR, HOUR.negated()));
    }

    private static int visits(
            ConcurrencyLimiter limiter, String holder, int places, AtomicInteger inside, AtomicInteger most) {
        int visits = 0;
        for (int i = 0; i < 40; i++) {
            if (limiter.enter(new ConcurrencyRequest("crowd", holder, places, HOUR, HOUR))
                    .granted()) {
                visits++;
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.yield();
                inside.decrementAndGet();
                limiter.leave("crowd", holder);
            }
        }
        // Whoever still stands in line would keep the others from entering.
        limiter.leave("crowd", holder);
        return visits;
    }

    private ConcurrencyDecision enter(int client, String key, String holder, int places) {
        return limiter(client).enter(new ConcurrencyRequest(key, holder, places, HOUR, HOUR));
    }
}
