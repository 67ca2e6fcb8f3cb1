package dev.evergreen.orchestrator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.orchestrator.Routing.Policy;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.SoundResult;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ResultReuseTest {
    @TempDir
    Path folder;

    private TestMarket market;

    @BeforeEach
    void open() throws SQLException, IOException {
        market = new TestMarket(folder);
    }

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void anEqualRequestIsNotBoughtAgain() throws CallFailedException {
        FakeComposer composer = FakeComposer.priced("0.10", "0.10");
        market.offer("composer", composer);

        Served<SoundResult> first = market.compose(1);
        Served<SoundResult> second = market.compose(1);
        market.compose(2);

        assertFalse(first.cached());
        assertTrue(second.cached());
        assertTrue(second.charge().isZero());
        assertEquals(first.result(), second.result());
        assertEquals(first.files(), second.files());
        assertEquals("composer/bed", second.trail().served());
        assertEquals(2, composer.executions.get(), "the second seed is another request");
    }

    @Test
    void aJobThatRunsAgainStillKnowsWhatItPaid() throws CallFailedException {
        market.offer("composer", FakeComposer.priced("0.10", "0.10"));
        CallOptions job = TestMarket.options(
                Routing.by(Policy.CHEAPEST), Optional.of(market.job()), new TestMarket.Cancellation());
        CallOptions other = TestMarket.options(
                Routing.by(Policy.CHEAPEST), Optional.of(market.job()), new TestMarket.Cancellation());

        assertEquals(Money.usd("0.10"), market.compose(1, job).charge());
        Served<SoundResult> again = market.compose(1, job);

        assertTrue(again.cached());
        assertEquals(Money.usd("0.10"), again.charge(), "its bill has what was paid");
        assertTrue(market.compose(1, other).charge().isZero(), "another job's has not");
        assertEquals(1, market.calls().size(), "and it was paid once");
    }

    @Test
    void aResultWhoseFilesAreGoneIsMadeAnew() throws CallFailedException {
        FakeComposer composer = FakeComposer.free();
        market.offer("composer", composer);
        Served<SoundResult> first = market.compose(1);

        market.blobs.delete(first.files().values().iterator().next().digest());

        assertFalse(market.compose(1).cached());
        assertEquals(2, composer.executions.get());
    }

    @Test
    void aPinnedRequestTakesNobodyElsesResult() throws CallFailedException {
        FakeComposer wanted = FakeComposer.priced("1", "1");
        market.offer("cheap", FakeComposer.free()).offer("wanted", wanted);
        market.compose(1);

        CallOptions pinned = TestMarket.options(
                Policy.PINNED, "wanted", Optional.empty(), Duration.ofSeconds(20), new TestMarket.Cancellation());
        market.compose(1, pinned);

        assertEquals(1, wanted.executions.get());
    }

    @Test
    void ofEqualCallsAtTheSameTimeOneIsMade() throws Exception {
        CountDownLatch everybodyAsked = new CountDownLatch(1);
        FakeComposer composer = FakeComposer.free().first((fake, call) -> {
            try {
                everybodyAsked.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return Outcome.done(fake.music(call));
        });
        market.offer("composer", composer);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<CompletableFuture<Served<SoundResult>>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(CompletableFuture.supplyAsync(this::composeOne, callers));
        }
        TestMarket.await(() -> composer.executions.get() == 1, "nobody was asked");

        everybodyAsked.countDown();

        int fresh = 0;
        for (CompletableFuture<Served<SoundResult>> one : asked) {
            fresh += one.get().cached() ? 0 : 1;
        }
        callers.shutdown();
        assertEquals(1, fresh);
        assertEquals(1, composer.executions.get());
    }

    @Test
    void theDigestLooksAtTheContentOfFilesAndNotAtTheirNames() throws IOException {
        Path one = Files.writeString(folder.resolve("one.png"), "same");
        Path two = Files.writeString(folder.resolve("two.png"), "same");
        Path three = Files.writeString(folder.resolve("three.png"), "other");

        assertEquals(digest(one), digest(two));
        assertNotEquals(digest(one), digest(three));
    }

    private static String digest(Path reference) {
        ShotDescription shot = new ShotDescription(
                "a pool",
                Setting.EXTERIOR,
                "pool",
                "dawn",
                "",
                "",
                "calm",
                ShotSize.WIDE,
                List.of(),
                List.of(),
                List.of());
        return CanonicalRequest.digest(
                ImageGenerator.class,
                new ImageRequest(shot, "", 640, 360, 1, false, List.of(new MediaFile(reference, "image/png"))));
    }

    private Served<SoundResult> composeOne() {
        try {
            return market.compose(1);
        } catch (CallFailedException e) {
            throw new AssertionError(e);
        }
    }
}
