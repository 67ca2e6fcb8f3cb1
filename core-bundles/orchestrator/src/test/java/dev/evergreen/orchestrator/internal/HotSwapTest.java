package dev.evergreen.orchestrator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.spi.provider.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HotSwapTest {
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
    void aLeavingServiceWaitsForTheCallInside() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        FakeComposer old = FakeComposer.free().first((fake, call) -> {
            begun.countDown();
            await(finish);
            return Outcome.done(fake.music(call));
        });
        market.offer("composer", old);
        ExecutorService threads = Executors.newCachedThreadPool();
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> compose(1), threads);
        begun.await();

        CompletableFuture<Void> removal = CompletableFuture.runAsync(() -> market.market.remove(old), threads);
        TestMarket.await(() -> market.market.all().isEmpty(), "the service is still on the market");
        assertTrue(!removal.isDone(), "its bundle may not stop while a call is inside");
        finish.countDown();

        call.get(10, TimeUnit.SECONDS);
        removal.get(10, TimeUnit.SECONDS);
        threads.shutdown();
    }

    @Test
    void aCallThatComesInTheGapWaitsForTheNewVersion() throws Exception {
        FakeComposer old = FakeComposer.free();
        market.offer("composer", old);
        market.market.remove(old);
        ExecutorService threads = Executors.newCachedThreadPool();
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> compose(1), threads);

        FakeComposer next = FakeComposer.free();
        market.offer("composer", next);

        call.get(10, TimeUnit.SECONDS);
        threads.shutdown();
        assertEquals(1, next.executions.get());
    }

    @Test
    void whileBothVersionsAreThereTheNewerIsAsked() throws CallFailedException {
        FakeComposer old = FakeComposer.free();
        FakeComposer next = FakeComposer.free();
        market.offer("composer", old).offer("composer", next);

        market.compose(1);

        assertEquals(0, old.executions.get());
        assertEquals(1, next.executions.get());
    }

    @Test
    void noCallFailsWhileTheProviderIsReplacedInPlaceAgainAndAgain() throws Exception {
        int callers = 4;
        int callsEach = 30;
        int swaps = 8;
        AtomicReference<FakeComposer> current = new AtomicReference<>(FakeComposer.free());
        market.offer("composer", current.get());
        AtomicInteger served = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        CompletableFuture<?>[] work = new CompletableFuture<?>[callers];
        for (int caller = 0; caller < callers; caller++) {
            int first = caller * callsEach;
            work[caller] = CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < callsEach; i++) {
                            compose(10_000 + first + i);
                            served.incrementAndGet();
                        }
                    },
                    threads);
        }
        for (int swap = 1; swap <= swaps; swap++) {
            int due = swap * callers * callsEach / (swaps + 1);
            TestMarket.await(() -> served.get() >= due, "the calls stand still");
            market.market.remove(current.get());
            current.set(FakeComposer.free());
            market.offer("composer", current.get());
        }
        CompletableFuture.allOf(work).get(60, TimeUnit.SECONDS);
        threads.shutdown();

        assertEquals(callers * callsEach, served.get());
    }

    private void compose(long seed) {
        try {
            market.compose(seed);
        } catch (CallFailedException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
