package dev.evergreen.orchestrator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.cache.internal.LocalConcurrencyLimiter;
import dev.evergreen.cache.internal.LocalRateLimiter;
import dev.evergreen.domain.storage.RateDecision;
import dev.evergreen.domain.storage.RateLimiter;
import dev.evergreen.domain.storage.RateRequest;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.CallWaitsException;
import dev.evergreen.orchestrator.OfferStatus;
import dev.evergreen.orchestrator.Ranking;
import dev.evergreen.orchestrator.Routing.Policy;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.orchestrator.Trail;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.SoundResult;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls at accounts whose vendors let them do only so much. */
@Timeout(600)
class WaitingTest {
    private static final int WAITING = "full".equals(System.getProperty("evergreen.counts")) ? 10_000 : 300;
    private static final Duration MOMENT = Duration.ofMillis(30);

    @TempDir
    Path folder;

    private final CountingLimiter rates = new CountingLimiter();
    private final TestMarket.MapCache cache = new TestMarket.MapCache();
    private final OrchestratorService.Sharing sharing =
            new OrchestratorService.Sharing("node-a", rates, new LocalConcurrencyLimiter(), cache);
    private final List<TestMarket> open = new ArrayList<>();
    private TestMarket market;

    @BeforeEach
    void open() throws SQLException, IOException {
        open.add(new TestMarket(folder));
        market = market(Duration.ofSeconds(5), Map.of());
    }

    @AfterEach
    void close() {
        open.forEach(TestMarket::close);
    }

    @Test
    void aShortWaitIsWaitedForAndToldInTheTrail() throws CallFailedException {
        market.limited("slow", FakeComposer.free(), "calls=1/1s");
        market.compose(1);
        long begun = System.nanoTime();

        Trail trail = market.compose(2).trail();

        assertTrue(System.nanoTime() - begun >= Duration.ofMillis(700).toNanos(), "it waited");
        assertEquals("waited", trail.attempts().get(0).outcome());
        assertTrue(trail.attempts().get(0).message().contains("calls=1/1s (as slow knows it)"), trail::why);
        assertEquals("served", trail.attempts().get(1).outcome());
        assertTrue(trail.why().contains("for its turn"), trail.why());
    }

    @Test
    void aJobsCallIsPutOffAndGoesAheadWithTheTurnThatWasKept() throws Exception {
        market.limited("slow", FakeComposer.free(), "calls=1/1m");
        market.compose(1);
        CallOptions job = job();

        CallWaitsException first = assertThrows(CallWaitsException.class, () -> market.compose(2, job));
        CallWaitsException early = assertThrows(CallWaitsException.class, () -> market.compose(2, job));

        long wait = Duration.between(Instant.now(), first.until()).toSeconds();
        assertTrue(wait > 50 && wait <= 60, "its turn comes in " + wait + " s");
        assertEquals(first.until(), early.until(), "coming early changes nothing");
        assertEquals(2, rates.granted.get(), "one turn for each call");
        assertTrue(first.getMessage().contains("it is kept until"), first.getMessage());
    }

    @Test
    void theTurnOutlivesTheNodeThatBookedIt() throws Exception {
        market = market(MOMENT, Map.of());
        market.limited("slow", FakeComposer.free(), "calls=1/1s");
        market.compose(1);
        CallOptions job = job();
        CallWaitsException put = assertThrows(CallWaitsException.class, () -> market.compose(2, job));
        market.close();
        TestMarket other = market(MOMENT, Map.of()).limited("slow", FakeComposer.free(), "calls=1/1s");

        awaitTime(put.until());
        Served<SoundResult> served = other.compose(2, job);

        assertEquals("slow/bed", served.trail().served());
        assertEquals(2, rates.granted.get(), "nothing was booked twice");
        Trail.Attempt waited = served.trail().attempts().get(0);
        assertEquals("waited", waited.outcome());
        assertTrue(waited.duration().compareTo(Duration.ofMillis(700)) > 0, "over both runs: " + waited.duration());
        assertTrue(cache.entries.isEmpty(), "a turn that was used is forgotten");
    }

    @Test
    void anybodyElseAsksTheOthersInsteadAndIsToldWhenThereAreNone() throws CallFailedException {
        market = market(MOMENT, Map.of());
        market.limited("slow", FakeComposer.free(), "calls=1/1m").offer("dear", FakeComposer.priced("1", "1"));
        market.compose(1);

        assertEquals("dear/bed", market.compose(2).trail().served());

        market.market.remove(market.market.of(MusicComposer.class).stream()
                .filter(listing -> listing.plugin().equals("dear"))
                .findFirst()
                .orElseThrow()
                .provider());
        CallWaitsException waits = assertThrows(CallWaitsException.class, () -> market.compose(3));
        assertTrue(waits.getMessage().contains("Ask again at"), waits.getMessage());
        assertEquals(1, rates.granted.get(), "who does not come back books nothing");
    }

    @Test
    void anOfferThatMustWaitLosesAgainstAnEqualOne() throws CallFailedException {
        market.limited("a-slow", FakeComposer.free(), "calls=1/1m").offer("b-equal", FakeComposer.free());
        assertEquals("a-slow/bed", market.compose(1).trail().served());

        assertEquals(
                "b-equal/bed", market.compose(2).trail().served(), "it was found to be booked up, and passed over");

        Ranking ranking =
                market.orchestrator.rank(MusicComposer.class, TestMarket.music(3), TestMarket.options(Policy.CHEAPEST));
        assertEquals("b-equal/bed", ranking.candidates().get(0).offer());
        Ranking.Candidate waiting = ranking.candidates().get(1);
        assertTrue(waiting.untilTurn().toSeconds() > 50, "waits " + waiting.untilTurn());
        assertTrue(waiting.reason().contains("are waited for its turn (calls=1/1m)"), waiting.reason());
        OfferStatus status = market.orchestrator.status().stream()
                .filter(offer -> offer.plugin().equals("a-slow"))
                .findFirst()
                .orElseThrow();
        assertEquals("calls=1/1m (as a-slow knows it)", status.limits());
        assertTrue(status.untilTurn().toSeconds() > 50, "waits " + status.untilTurn());
    }

    @Test
    void otherUnitsCountAsManyAsTheRequestUses() throws CallFailedException {
        market = market(MOMENT, Map.of());
        FakeComposer composer = FakeComposer.free();
        composer.units = Map.of("seconds", 3L, "unlimited", 1_000L);
        market.limited("slow", composer, "seconds=60/1h");

        market.compose(1);
        market.compose(2);
        CallWaitsException waits = assertThrows(CallWaitsException.class, () -> market.compose(3, job()));

        long wait = Duration.between(Instant.now(), waits.until()).toSeconds();
        // Six are there at once; three accrue at 54 an hour.
        assertTrue(wait > 190 && wait <= 200, "its turn comes in " + wait + " s");
    }

    @Test
    void theOperatorsLimitsGoBeforeThePlugins() throws CallFailedException {
        market = market(
                MOMENT,
                Map.of(
                        "loose", Limits.NONE,
                        "strict", Limits.parse("calls=1/1h", "configured"),
                        "strict/spare", Limits.parse("concurrency=2", "configured")));
        market.limited("loose", FakeComposer.free(), "calls=1/1h");
        market.limited("strict", FakeComposer.free(), "");
        market.market.add(
                FakeComposer.free(),
                Map.of(ProviderProperties.PLUGIN_ID, "strict", ProviderProperties.ACCOUNT, "spare"));
        market.limited("wrong", FakeComposer.free(), "calls=many");

        Map<String, String> limits = new TreeMap<>();
        market.orchestrator.status().forEach(offer -> limits.put(offer.plugin() + offer.account(), offer.limits()));

        assertEquals(
                Map.of(
                        "loose", "",
                        "strict", "calls=1/1h (configured)",
                        "strictspare", "concurrency=2 (configured)",
                        "wrong", ""),
                limits);
    }

    @Test
    void soManyAreUnderWayAndTheNextInLineComesBackForItsPlace() throws Exception {
        market = market(MOMENT, Map.of());
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        FakeComposer composer = FakeComposer.free().first((self, call) -> {
            begun.countDown();
            TestMarket.awaitLatch(end);
            return Outcome.done(self.music(call));
        });
        market.limited("single", composer, "concurrency=1");
        CompletableFuture<Served<SoundResult>> running = CompletableFuture.supplyAsync(() -> compose(1));
        TestMarket.awaitLatch(begun);
        CallOptions job = job();

        CallWaitsException waits = assertThrows(CallWaitsException.class, () -> market.compose(2, job));
        assertThrows(CallWaitsException.class, () -> market.compose(3), "there is a line");
        end.countDown();
        running.get(20, TimeUnit.SECONDS);
        assertThrows(
                CallWaitsException.class, () -> market.compose(4, job()), "the free place is for the first in line");

        assertTrue(waits.getMessage().contains("concurrency=1"), waits.getMessage());
        assertEquals("single/bed", market.compose(2, job).trail().served());
        assertEquals(2, composer.executions.get());
    }

    @Test
    void aVendorThatWantsToBeLeftAloneForLongHoldsNoThread() {
        market = market(MOMENT, Map.of());
        market.offer("cooling", FakeComposer.free().first((self, call) -> {
            throw new ProviderException(
                    ProviderException.Kind.RATE_LIMITED,
                    "slowly",
                    null,
                    Optional.of(Duration.ofMinutes(5)),
                    Optional.empty());
        }));

        CallWaitsException waits = assertThrows(CallWaitsException.class, () -> market.compose(1, job()));

        assertTrue(Duration.between(Instant.now(), waits.until()).toSeconds() > 290, "until " + waits.until());
    }

    /** Jobs as rows: those that are put off lie in a queue by the time of their turn, and one thread takes whoever is due. */
    @Test
    void thousandsWaitWithoutThreadsAndGoInOrderAtTheRate() throws Exception {
        int perSecond = WAITING > 1_000 ? 200 : 100;
        market = market(Duration.ZERO, Map.of());
        List<Long> served = Collections.synchronizedList(new ArrayList<>());
        FakeComposer composer = FakeComposer.free();
        market.limited("slow", composer, "calls=" + perSecond + "/1s");
        List<CallOptions> jobs = jobs(WAITING);
        PriorityQueue<Due> rows = new PriorityQueue<>();
        // Others have booked the next seconds, so that nobody's turn comes while the rest still ask.
        long ahead = perSecond * (WAITING > 1_000 ? 60L : 3L);
        rates.acquire(new RateRequest(
                "provider:slow:calls",
                ahead,
                Limits.parse("calls=" + perSecond + "/1s", "").rates().get("calls"),
                Duration.ofHours(1)));
        int threads = Thread.activeCount();
        long memory = usedMemory();
        long begun = System.nanoTime();
        for (int i = 0; i < WAITING; i++) {
            ask(i, jobs.get(i), rows, served);
        }
        long each = (usedMemory() - memory) / WAITING;
        int waiting = rows.size();
        int most = 0;
        while (!rows.isEmpty()) {
            Due next = rows.remove();
            awaitTime(next.until());
            ask(next.number(), jobs.get(next.number()), rows, served);
            most = Math.max(most, Thread.activeCount() - threads);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%d calls at %d/s: %.1f s, %d waited at once, %d threads more, %d bytes for each that waits%n",
                WAITING, perSecond, seconds, waiting, most, each);

        assertEquals(WAITING, served.size());
        assertEquals(served.stream().sorted().toList(), served, "nobody was overtaken");
        assertEquals(WAITING + 1, rates.granted.get(), "each booked one turn");
        assertTrue(most <= 8, "threads: " + most);
        double least = (WAITING - perSecond) / (double) perSecond;
        assertTrue(seconds >= least, "took " + seconds + " s, the vendor allows no less than " + least);
        assertTrue(waiting > WAITING / 2, "waited at once: " + waiting);
        if (WAITING > 1_000) {
            assertTrue(each < 4_096, "bytes for each waiting call: " + each);
        }
    }

    /** A row that is due again. */
    private record Due(Instant until, int number) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int time = until.compareTo(other.until);
            return time != 0 ? time : Integer.compare(number, other.number);
        }
    }

    private void ask(int number, CallOptions job, PriorityQueue<Due> rows, List<Long> served)
            throws CallFailedException {
        try {
            market.compose(number, job);
            served.add((long) number);
        } catch (CallWaitsException e) {
            rows.add(new Due(e.until(), number));
        }
    }

    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private Served<SoundResult> compose(long seed) {
        try {
            return market.compose(seed);
        } catch (CallFailedException e) {
            throw new AssertionError(e);
        }
    }

    private TestMarket market(Duration patience, Map<String, Limits> limits) {
        Settings settings = TestMarket.settings(
                limits, new Settings.Waiting(patience, Duration.ofDays(1)), Settings.DEFAULTS.recovery(), false);
        try {
            TestMarket made = new TestMarket(folder, open.get(0).database, settings, sharing, new Random(7));
            open.add(made);
            return made;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private CallOptions job() {
        return jobs(1).get(0);
    }

    private List<CallOptions> jobs(int count) {
        return market.jobs(count).stream()
                .map(job -> TestMarket.options(
                        Policy.CHEAPEST, "", Optional.of(job), Duration.ofMinutes(10), new TestMarket.Cancellation()))
                .toList();
    }

    private static void awaitTime(Instant time) {
        while (Instant.now().isBefore(time)) {
            LockSupport.parkNanos(Duration.between(Instant.now(), time).toNanos());
        }
    }

    /** Counts the turns that were booked. */
    private static final class CountingLimiter implements RateLimiter {
        final AtomicInteger granted = new AtomicInteger();
        private final RateLimiter real = new LocalRateLimiter();

        @Override
        public RateDecision acquire(RateRequest request) {
            assertFalse(request.key().isBlank());
            RateDecision decision = real.acquire(request);
            granted.addAndGet(decision.granted() ? 1 : 0);
            return decision;
        }
    }
}
