package dev.evergreen.orchestrator.internal;

import static dev.evergreen.orchestrator.internal.FakeComposer.fails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.OfferStatus;
import dev.evergreen.orchestrator.Ranking;
import dev.evergreen.orchestrator.Routing.Policy;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SoundResult;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How offers come back, how vendors are probed, and when a second offer is asked. */
@Timeout(120)
class RecoveryTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final List<TestMarket> open = new ArrayList<>();
    private TestMarket market;

    @BeforeEach
    void open() throws SQLException, IOException {
        open.add(new TestMarket(folder));
    }

    @AfterEach
    void close() {
        open.forEach(TestMarket::close);
    }

    @Test
    void whoRecoversGetsItsShareWhileOthersCanServe() throws Exception {
        market = market(new Settings.Recovery(HOUR, 0.3), false);
        recovered("cheap");
        FakeComposer other = FakeComposer.priced("0.02", "0.02");
        market.offer("other", other);
        int calls = 100;

        int cheap = 0;
        for (int seed = 100; seed < 100 + calls; seed++) {
            cheap += market.compose(seed).trail().served().equals("cheap/bed") ? 1 : 0;
        }

        assertTrue(cheap >= 18 && cheap <= 42, "about 30 of 100: " + cheap);
        assertEquals(calls - cheap, other.executions.get());
        Ranking.Candidate shown = rank().candidates().get(0);
        assertEquals("cheap/bed", shown.offer());
        assertEquals(0.3, shown.share(), 0.05);
        assertTrue(
                shown.reason().contains("recovers: it gets 30 % of the calls that others can serve too"),
                shown.reason());
        assertEquals(0.3, status("cheap").share(), 0.05);
    }

    @Test
    void whoIsAloneGetsAllCalls() throws Exception {
        market = market(new Settings.Recovery(HOUR, 0.01), false);
        FakeComposer alone = recovered("alone");
        int before = alone.executions.get();

        for (int seed = 100; seed < 120; seed++) {
            market.compose(seed);
        }

        assertEquals(before + 20, alone.executions.get());
    }

    @Test
    void aVendorThatRestsIsProbedAndTriedAtOnceWhenItIsWell() throws Exception {
        market = market(Settings.DEFAULTS.recovery(), false);
        FakeComposer ill = failing();
        market.offer("ill", ill).offer("other", FakeComposer.priced("0.02", "0.02"));
        for (int seed = 0; seed < 5; seed++) {
            market.compose(seed);
        }
        assertEquals("OPEN", status("ill").circuit());
        AtomicInteger asked = new AtomicInteger();
        market.market.addProbe(
                timeout -> {
                    asked.incrementAndGet();
                    return new Health(Health.State.UP, "well again");
                },
                Map.of(ProviderProperties.PLUGIN_ID, "ill"));
        market.market.addProbe(
                timeout -> {
                    throw new IllegalStateException("busy accounts are not probed");
                },
                Map.of(ProviderProperties.PLUGIN_ID, "other"));

        market.orchestrator.probe();

        TestMarket.await(() -> status("ill").circuit().equals("HALF_OPEN"), "the probe changed nothing");
        assertEquals(1, asked.get());
        assertEquals(1, status("ill").probes());
        assertEquals(0, status("other").probes());
        assertEquals(5, status("ill").calls(), "a probe is no call");
        assertEquals("ill/bed", market.compose(100).trail().served());
    }

    @Test
    void aSecondFreeOfferIsAskedWhenTheFirstTakesLong() throws Exception {
        market = market(Settings.DEFAULTS.recovery(), true);
        FakeComposer slow = FakeComposer.free();
        market.offer("a-slow", slow);
        warm(1_000);
        CountDownLatch told = new CountDownLatch(1);
        slow.first((self, call) -> {
            call.onCancel(told::countDown);
            TestMarket.awaitLatch(told);
            call.throwIfCancelled();
            return Outcome.done(self.music(call));
        });
        FakeComposer quick = FakeComposer.free();
        quick.quote = Quote.free(Duration.ofSeconds(2));
        market.offer("b-quick", quick);

        Served<SoundResult> served = market.compose(200);

        assertEquals("b-quick/bed", served.trail().served());
        assertTrue(
                served.trail().why().contains("b-quick/bed was asked as well, as a-slow/bed took longer"),
                served.trail()::why);
        assertTrue(
                served.trail().attempts().stream()
                        .anyMatch(attempt -> attempt.outcome().equals("outrun")),
                served.trail()::toString);
        assertTrue(told.await(20, TimeUnit.SECONDS), "the loser is told to stop");
        assertEquals(1, status("a-slow").hedges());
        assertEquals(1.0, status("a-slow").successRate(), "being outrun is no failure");
        TestMarket.await(
                () -> market.calls().stream()
                        .noneMatch(call -> call.state().name().equals("SENT")),
                "the loser's call stays open");
    }

    @Test
    void nothingThatMayCostIsAskedTwiceNorAnythingWhenItIsOff() throws Exception {
        market = market(Settings.DEFAULTS.recovery(), true);
        FakeComposer slow = FakeComposer.free();
        market.offer("a-slow", slow);
        warm(1_100);
        FakeComposer priced = FakeComposer.priced("0", "0.01");
        market.offer("b-priced", priced);
        slow.first(RecoveryTest::slowly);
        assertEquals("a-slow/bed", market.compose(200).trail().served());
        assertEquals(0, priced.executions.get());

        market.close();
        market = market(Settings.DEFAULTS.recovery(), false);
        FakeComposer again = FakeComposer.free();
        market.offer("a-slow", again);
        warm(1_200);
        FakeComposer other = FakeComposer.free();
        market.offer("b-free", other);
        again.first(RecoveryTest::slowly);
        assertEquals("a-slow/bed", market.compose(300).trail().served());
        assertEquals(0, other.executions.get());
    }

    private static Outcome<SoundResult> slowly(FakeComposer self, CallContext call) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
        return Outcome.done(self.music(call));
    }

    /** So many calls that the slow ones are known. */
    private void warm(int from) throws CallFailedException {
        for (int seed = from; seed < from + 12; seed++) {
            market.compose(seed);
        }
    }

    private static FakeComposer failing() {
        FakeComposer failing = FakeComposer.free();
        for (int i = 0; i < 5; i++) {
            failing.first(fails(Kind.UNAVAILABLE));
        }
        return failing;
    }

    /** An offer whose circuit was open and has closed. */
    private FakeComposer recovered(String plugin) throws CallFailedException {
        FakeComposer composer = failing();
        FakeComposer helper = FakeComposer.priced("0.02", "0.02");
        market.offer(plugin, composer).offer("helper", helper);
        for (int seed = 0; seed < 5; seed++) {
            market.compose(seed);
        }
        market.market.remove(helper);
        assertEquals("OPEN", status(plugin).circuit());
        market.compose(50);
        market.compose(51);
        assertEquals("CLOSED", status(plugin).circuit());
        return composer;
    }

    private OfferStatus status(String plugin) {
        return market.orchestrator.status().stream()
                .filter(offer -> offer.plugin().equals(plugin))
                .findFirst()
                .orElseThrow();
    }

    private Ranking rank() {
        return market.orchestrator.rank(MusicComposer.class, TestMarket.music(1), TestMarket.options(Policy.CHEAPEST));
    }

    private TestMarket market(Settings.Recovery recovery, boolean hedging) throws IOException {
        Settings settings = TestMarket.settings(Map.of(), Settings.DEFAULTS.waiting(), recovery, hedging);
        TestMarket made =
                new TestMarket(folder, open.get(0).database, settings, TestMarket.sharing(), new Random(20_261_122));
        open.add(made);
        return made;
    }
}
