package dev.evergreen.orchestrator.internal;

import static dev.evergreen.orchestrator.internal.FakeComposer.fails;
import static dev.evergreen.orchestrator.internal.FakeComposer.pends;
import static dev.evergreen.orchestrator.internal.FakeComposer.serves;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.storage.BlobRef;
import dev.evergreen.orchestrator.CallEstimate;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.OfferStatus;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.orchestrator.Routing.Policy;
import dev.evergreen.orchestrator.Served;
import dev.evergreen.orchestrator.Trail;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SoundResult;
import dev.evergreen.spi.provider.Support;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class CallTest {
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
    void filesOfAResultLieInTheBlobStoreAndTheWorkspaceIsGone() throws CallFailedException, IOException {
        market.offer("composer", FakeComposer.free());

        Served<SoundResult> served = market.compose(1);

        Path path = served.result().audio().path();
        BlobRef blob = served.files().get(path);
        assertEquals("music", Files.readString(path));
        assertTrue(market.blobs.exists(blob.digest()));
        assertEquals("composer/bed", served.trail().served());
        try (Stream<Path> left = Files.list(market.workspaces())) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void filesFromElsewhereAreTakenInBeforeTheyAreStored() throws CallFailedException, IOException {
        FakeComposer vendor = FakeComposer.free();
        vendor.region = "eu";
        market.offer("vendor", vendor);

        Served<SoundResult> served = market.compose(1);

        assertEquals("safe music", Files.readString(served.result().audio().path()));
        assertEquals("audio/flac", served.result().audio().mediaType());
        try (Stream<Path> left = Files.list(market.workspaces())) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aFileFromElsewhereThatIsNoMediaIsABadAnswerAndTheNextOfferServes() throws CallFailedException, IOException {
        FakeComposer liar = FakeComposer.free();
        liar.region = "eu";
        liar.content = "lie";
        liar.tier = Offer.Tier.HIGH;
        market.offer("liar", liar);
        market.offer("composer", FakeComposer.free());

        Served<SoundResult> served = market.compose(1);

        assertEquals("music", Files.readString(served.result().audio().path()));
        assertEquals(1, liar.executions.get());
        assertEquals("composer/bed", served.trail().served());
    }

    @Test
    void everyCallLeavesItsTrailInTheLedgerAlsoWhenItIsFree() throws CallFailedException {
        market.offer("composer", FakeComposer.free());

        market.compose(1);

        ProviderCall call = market.calls().get(0);
        assertEquals(ProviderCall.State.SETTLED, call.state());
        assertEquals(Optional.of(Money.free()), call.charged());
    }

    /** The error table of the architecture: does another offer serve, how often was the first asked, is its circuit open. */
    @ParameterizedTest
    @CsvSource({
        "INVALID_REQUEST, false, 1, CLOSED",
        "CANCELLED, false, 1, CLOSED",
        "UNSUPPORTED, true, 1, CLOSED",
        "CONTENT_REJECTED, false, 1, CLOSED",
        "AUTHENTICATION, true, 1, OPEN",
        "QUOTA_EXHAUSTED, true, 1, OPEN",
        "RATE_LIMITED, true, 1, CLOSED",
        "OVERLOADED, true, 1, CLOSED",
        "UNAVAILABLE, true, 1, CLOSED",
        "TIMEOUT, false, 1, CLOSED",
        "BAD_RESPONSE, false, 1, CLOSED"
    })
    void aPaidOfferThatFailsIsFollowedByTheTable(Kind kind, boolean another, int asked, String circuit)
            throws CallFailedException {
        FakeComposer cheap = FakeComposer.priced("0.01", "0.02").first(fails(kind));
        market.offer("cheap", cheap).offer("dear", FakeComposer.priced("0.05", "0.05"));

        if (another) {
            Trail trail = market.compose(1).trail();
            assertEquals("dear/bed", trail.served());
            assertEquals("cheap/bed", trail.requested());
            assertEquals(kind.name(), trail.attempts().get(0).outcome());
        } else {
            CallFailedException failed = assertThrows(CallFailedException.class, () -> market.compose(1));
            // What may have been bought is a matter of time, until it is known.
            assertEquals(kind == Kind.BAD_RESPONSE ? Kind.TIMEOUT : kind, failed.kind());
            assertEquals("", failed.trail().served());
        }
        assertEquals(asked, cheap.executions.get());
        assertEquals(circuit, status("cheap").circuit());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"TIMEOUT", "BAD_RESPONSE"})
    void anUnclearEndOfAPaidCallIsKeptForReconciliation(Kind kind) {
        market.offer("cheap", FakeComposer.priced("0.01", "0.02").first(fails(kind)));

        assertThrows(CallFailedException.class, () -> market.compose(1));

        assertEquals(ProviderCall.State.UNKNOWN, market.calls().get(0).state());
        assertEquals(0, market.ledger("settle", "release").signum(), "nothing is given back before it is clear");
    }

    @Test
    void aFreeOfferThatAnswersNonsenseIsFollowedByAnother() throws CallFailedException {
        market.offer("a-broken", FakeComposer.free().first(fails(Kind.BAD_RESPONSE)))
                .offer("b-sound", FakeComposer.free());

        assertEquals("b-sound/bed", market.compose(1).trail().served());
    }

    @Test
    void contentIsShoppedAroundOnlyWhenThePolicySaysSo() throws CallFailedException {
        market.offer("a-strict", FakeComposer.free().first(fails(Kind.CONTENT_REJECTED)))
                .offer("b-lenient", FakeComposer.free());
        CallOptions plain = TestMarket.options(Policy.CHEAPEST);
        Routing routing = new Routing(
                Policy.CHEAPEST, "", Set.of(), Set.of(), Optional.empty(), Set.of(), false, Optional.empty(), true);
        CallOptions shopping = new CallOptions(
                routing,
                plain.projectId(),
                plain.jobId(),
                plain.correlationId(),
                plain.deadline(),
                plain.cancellation(),
                plain.progress());

        assertEquals("b-lenient/bed", market.compose(1, shopping).trail().served());
    }

    @Test
    void theOnlyOfferIsAskedAgainWithinBounds() throws CallFailedException {
        FakeComposer shaky = FakeComposer.free().first(fails(Kind.OVERLOADED), fails(Kind.UNAVAILABLE));
        market.offer("shaky", shaky);

        assertEquals("shaky/bed", market.compose(1).trail().served());
        assertEquals(3, shaky.executions.get());
    }

    @Test
    void whoNeverAnswersIsGivenUpWithTheWholeStory() {
        FakeComposer down = FakeComposer.free();
        for (int i = 0; i < 10; i++) {
            down.first(fails(Kind.UNAVAILABLE));
        }
        market.offer("down", down);

        CallFailedException failed = assertThrows(CallFailedException.class, () -> market.compose(1));

        assertEquals(Kind.UNAVAILABLE, failed.kind());
        assertEquals(3, down.executions.get());
        assertTrue(failed.getMessage().contains("down/bed (UNAVAILABLE: the vendor says"), failed.getMessage());
    }

    @Test
    void aRateLimitedOfferIsWaitedForWhenItIsTheOnlyOne() throws CallFailedException {
        FakeComposer limited = FakeComposer.free().first((composer, call) -> {
            throw new ProviderException(
                    Kind.RATE_LIMITED, "slowly", null, Optional.of(Duration.ofMillis(400)), Optional.empty());
        });
        market.offer("limited", limited);
        long begun = System.nanoTime();

        assertEquals("limited/bed", market.compose(1).trail().served());

        assertTrue(System.nanoTime() - begun >= Duration.ofMillis(400).toNanos(), "Retry-After was honoured");
        assertEquals(1.0, status("limited").successRate(), "a cool-down is no failure");
    }

    @Test
    void aRefusedKeyAlertsSomebody() throws CallFailedException {
        market.offer("keyed", FakeComposer.priced("0", "0.01").first(fails(Kind.AUTHENTICATION)))
                .offer("other", FakeComposer.priced("0.5", "0.5"));

        market.compose(1);

        assertEquals("keyed", market.events.get(0).payload().get("plugin"));
    }

    @Test
    void whatFailuresCostEndsACallAfterItsRetries() {
        FakeComposer.Behaviour charges = (composer, call) -> {
            throw new ProviderException(
                    Kind.UNAVAILABLE, "broken", null, Optional.empty(), Optional.of(Money.usd("0.10")));
        };
        FakeComposer one = FakeComposer.priced("0.10", "0.10").first(charges, charges, charges);
        FakeComposer other = FakeComposer.priced("0.20", "0.20").first(charges, charges, charges);
        market.offer("one", one).offer("other", other);
        CallEstimate before = market.orchestrator.estimate(
                MusicComposer.class, TestMarket.music(1), TestMarket.options(Policy.CHEAPEST));

        assertThrows(CallFailedException.class, () -> market.compose(1));

        assertEquals(3, one.executions.get() + other.executions.get());
        assertEquals(Optional.of(Money.usd("0.10")), before.expected());
        assertEquals(Optional.of(Money.usd("0.60")), before.ceiling(), "thrice the dearest that may be asked");
    }

    @Test
    void whatHasNoPriceHasNoneInTheEstimateEither() {
        FakeComposer unpriced = FakeComposer.free();
        unpriced.quote = new Quote.Unknown("the price list has no entry for 'bed'");
        market.offer("unpriced", unpriced);

        CallEstimate estimate = market.orchestrator.estimate(
                MusicComposer.class, TestMarket.music(1), TestMarket.options(Policy.CHEAPEST));

        assertEquals(CallEstimate.Standing.UNPRICED, estimate.standing());
        assertEquals(Optional.empty(), estimate.expected());
        assertEquals(Optional.empty(), estimate.ceiling());
        assertTrue(estimate.why().contains("the price list has no entry for 'bed'"), estimate.why());
    }

    @Test
    void anUnknownPriceIsRefusedAndNeverTakenForZero() {
        FakeComposer unpriced = FakeComposer.free();
        unpriced.quote = new Quote.Unknown("the price list has no entry for 'bed'");
        market.offer("unpriced", unpriced);

        CallFailedException failed = assertThrows(CallFailedException.class, () -> market.compose(1));

        assertEquals(Kind.UNSUPPORTED, failed.kind());
        assertTrue(failed.getMessage().contains("its price is unknown (the price list has no entry for 'bed')"));
        assertTrue(failed.getMessage().contains("enter one in the account's settings"));
        assertEquals(0, unpriced.executions.get());
    }

    @Test
    void nobodyThereIsSaidPlainly() {
        CallFailedException failed = assertThrows(CallFailedException.class, () -> market.compose(1));

        assertEquals(Kind.UNAVAILABLE, failed.kind());
        assertTrue(failed.getMessage().contains("install a plugin"), failed.getMessage());
    }

    @Test
    void whatABudgetDoesNotAllowGoesToACheaperOffer() throws CallFailedException {
        market.database.database().with(handle -> handle.execute("INSERT INTO budgets (limit_amount) VALUES (0.10)"));
        FakeComposer best = FakeComposer.priced("0.50", "0.50");
        best.tier = Offer.Tier.HIGH;
        market.offer("best", best).offer("plain", FakeComposer.priced("0.05", "0.08"));

        Served<SoundResult> served = market.compose(1, TestMarket.options(Policy.BEST));

        assertEquals("plain/bed", served.trail().served());
        assertEquals("OVER_BUDGET", served.trail().attempts().get(0).outcome());
        assertEquals(0, best.executions.get());
    }

    @Test
    void adjustmentsAndWarningsReachTheCaller() throws CallFailedException {
        FakeComposer composer = FakeComposer.free().first((fake, call) -> {
            call.warn("the style is ignored");
            return Outcome.done(fake.music(call));
        });
        composer.support = new Support.Adjusted<>(TestMarket.music(9), List.of("the seed is another"));
        market.offer("composer", composer);

        assertEquals(
                List.of("the seed is another", "the style is ignored"),
                market.compose(1).trail().warnings());
    }

    @Test
    void aFileOutsideTheWorkspaceIsRefused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.wav"), "not yours");
        market.offer(
                "thief",
                FakeComposer.free()
                        .first((fake, call) -> Outcome.done(
                                new SoundResult(new MediaFile(secret, "audio/wav"), Duration.ofSeconds(3)))));

        Trail trail = assertServedAfterOneFailure();

        assertTrue(trail.attempts().get(0).message().contains("outside its workspace"));
    }

    @Test
    void pluginsThatThrowAnythingAreBadAnswers() {
        market.offer("thief", FakeComposer.free().first((fake, call) -> {
            throw new IllegalStateException("oops");
        }));

        Trail trail = assertServedAfterOneFailure();

        assertEquals("BAD_RESPONSE", trail.attempts().get(0).outcome());
    }

    @Test
    void aTaskIsPolledToItsEndAndChargedAsTheVendorSays() throws CallFailedException {
        FakeComposer composer = FakeComposer.priced("0.10", "0.30")
                .first(pends("t1"))
                .thenPolled(pends("t1"), fails(Kind.UNAVAILABLE), serves("0.25"));
        market.offer("composer", composer);

        Served<SoundResult> served = market.compose(1);

        assertEquals(Money.usd("0.25"), served.charge());
        assertEquals(1, composer.executions.get());
        assertEquals(3, composer.polls.get());
        assertEquals(new BigDecimal("0.3"), market.ledger("reserve"));
        assertEquals(new BigDecimal("0.25"), market.ledger("settle"));
        assertEquals(new BigDecimal("0.05"), market.ledger("release"));
    }

    @Test
    void aStoredTaskIsFollowedByTheNextNodeAndNeverBoughtAgain() throws Exception {
        UUID job = market.job();
        CallOptions options = TestMarket.options(
                Policy.CHEAPEST, "", Optional.of(job), Duration.ofSeconds(20), new TestMarket.Cancellation());
        CountDownLatch stored = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        FakeComposer before = FakeComposer.priced("0.10", "0.30")
                .first(pends("t1"))
                .thenPolled((fake, call) -> {
                    stored.countDown();
                    awaitUninterruptibly(never);
                    throw new ProviderException(Kind.CANCELLED, "killed");
                });
        market.offer("composer", before);
        CompletableFuture<Void> killed =
                inThread(() -> assertThrows(CallFailedException.class, () -> market.compose(1, options)));
        stored.await();

        FakeComposer after = FakeComposer.priced("0.10", "0.30").thenPolled(serves("0.20"));
        TestMarket next = new TestMarket(folder, market.database, Settings.DEFAULTS).offer("composer", after);
        Served<SoundResult> served = next.compose(1, options);

        assertEquals(0, after.executions.get(), "the task was bought before");
        assertEquals(1, after.polls.get());
        assertEquals(Money.usd("0.20"), served.charge());
        assertEquals(1, market.calls().size());
        next.orchestrator.stop();
        never.countDown();
        killed.get();
    }

    @Test
    void whatMayHaveBeenBoughtIsNeverSentAgain() throws Exception {
        UUID job = market.job();
        CallOptions options = TestMarket.options(
                Policy.CHEAPEST, "", Optional.of(job), Duration.ofSeconds(20), new TestMarket.Cancellation());
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        market.offer("composer", FakeComposer.priced("0.10", "0.30").first((fake, call) -> {
            sent.countDown();
            awaitUninterruptibly(never);
            return Outcome.done(fake.music(call));
        }));
        CompletableFuture<Void> killed =
                CompletableFuture.runAsync(() -> assertThrows(Exception.class, () -> market.compose(1, options)));
        sent.await();

        FakeComposer after = FakeComposer.priced("0.10", "0.30");
        TestMarket next = new TestMarket(folder, market.database, Settings.DEFAULTS).offer("composer", after);
        CallFailedException failed = assertThrows(CallFailedException.class, () -> next.compose(1, options));

        assertTrue(failed.getMessage().contains("may have been bought"), failed.getMessage());
        assertEquals(0, after.executions.get());
        assertEquals(ProviderCall.State.UNKNOWN, market.calls().get(0).state());
        next.orchestrator.stop();
        market.orchestrator.stop();
        never.countDown();
        killed.get();
    }

    @Test
    void cancellingEndsACallOfAPluginThatDoesNotListen() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        market.offer("deaf", FakeComposer.free().first((fake, call) -> {
            begun.countDown();
            awaitUninterruptibly(never);
            return Outcome.done(fake.music(call));
        }));
        TestMarket.Cancellation cancellation = new TestMarket.Cancellation();
        CallOptions options =
                TestMarket.options(Policy.CHEAPEST, "", Optional.empty(), Duration.ofMinutes(5), cancellation);
        CompletableFuture<Kind> ended = CompletableFuture.supplyAsync(
                () -> assertThrows(CallFailedException.class, () -> market.compose(1, options))
                        .kind(),
                CallTest::start);
        begun.await();
        long asked = System.nanoTime();

        cancellation.cancel();

        assertEquals(Kind.CANCELLED, ended.get());
        assertTrue(System.nanoTime() - asked < Duration.ofSeconds(5).toNanos());
        never.countDown();
    }

    @Test
    void theDeadlineHoldsForAPluginThatHangs() {
        CountDownLatch never = new CountDownLatch(1);
        market.offer("hangs", FakeComposer.free().first((fake, call) -> {
            awaitInterruptibly(never);
            return Outcome.done(fake.music(call));
        }));
        CallOptions options = TestMarket.options(
                Policy.CHEAPEST, "", Optional.empty(), Duration.ofMillis(300), new TestMarket.Cancellation());

        CallFailedException failed = assertThrows(CallFailedException.class, () -> market.compose(1, options));

        assertEquals(Kind.TIMEOUT, failed.kind());
    }

    @Test
    void theLedgerEqualsWhatVendorsCharged() throws CallFailedException {
        Random random = new Random(20_260_101);
        BigDecimal invoiced = BigDecimal.ZERO;
        FakeComposer vendor = FakeComposer.priced("0.10", "0.30");
        vendor.tier = Offer.Tier.HIGH;
        market.offer("vendor", vendor).offer("z-spare", FakeComposer.free());
        for (int i = 0; i < 60; i++) {
            int fate = random.nextInt(4);
            BigDecimal charge = new BigDecimal(random.nextInt(300_000)).movePointLeft(6);
            if (fate == 0) {
                vendor.first((fake, call) -> {
                    throw new ProviderException(
                            Kind.UNSUPPORTED,
                            "no",
                            null,
                            Optional.empty(),
                            Optional.of(Money.usd(charge.toPlainString())));
                });
            } else if (fate == 1) {
                vendor.first(pends("t" + i));
                vendor.thenPolled(serves(charge.toPlainString()));
            } else {
                vendor.first(serves(charge.toPlainString()));
            }
            invoiced = invoiced.add(charge);
            market.compose(1_000 + i, TestMarket.options(Policy.BEST));
        }

        assertEquals(0, invoiced.compareTo(market.ledger("settle")), "the ledger has what the vendor invoiced");
        assertEquals(
                0, market.ledger("reserve").compareTo(market.ledger("settle", "release")), "nothing stays reserved");
    }

    private Trail assertServedAfterOneFailure() {
        try {
            return market.compose(1).trail();
        } catch (CallFailedException e) {
            throw new AssertionError(e);
        }
    }

    private OfferStatus status(String plugin) {
        return market.orchestrator.status().stream()
                .filter(status -> status.plugin().equals(plugin))
                .findFirst()
                .orElseThrow();
    }

    private static CompletableFuture<Void> inThread(Runnable work) {
        return CompletableFuture.runAsync(work, CallTest::start);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "caller");
        thread.setDaemon(true);
        thread.start();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = true;
        while (interrupted) {
            try {
                latch.await();
                interrupted = false;
            } catch (InterruptedException e) {
                assertFalse(latch.getCount() == 0, "interrupted after the end");
            }
        }
    }

    private static void awaitInterruptibly(CountDownLatch latch) throws ProviderException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new ProviderException(Kind.CANCELLED, "interrupted", e);
        }
    }
}
