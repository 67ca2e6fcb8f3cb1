package dev.evergreen.provider.simulated.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Purchase;
import dev.evergreen.spi.provider.SentCall;
import dev.evergreen.tck.TestCall;
import dev.evergreen.vendor.simulator.Conduct;
import dev.evergreen.vendor.simulator.ConductScript;
import dev.evergreen.vendor.simulator.Invoice;
import dev.evergreen.vendor.simulator.Terms;
import dev.evergreen.vendor.simulator.VendorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vendor's books, whatever it does to its customers. */
final class VendorServerTest {
    private static final Terms TERMS = Terms.strict(Orders.PICTURE).taking(Duration.ofMillis(1_500), Duration.ZERO);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Conduct.class)
    void everyConductIsOnTheBillAsItSays(Conduct conduct) throws IOException {
        try (VendorServer vendor = new VendorServer(TERMS.telling(), ConductScript.inOrder(conduct))) {
            SimulatedPainter painter = Orders.painter(vendor, "key-main", "instant");
            TestCall call = new TestCall(folder);
            boolean served = serves(painter, call);
            assertEquals(conduct == Conduct.SERVE || conduct == Conduct.EXPIRE_OUTPUT, served);
            assertEquals(conduct.charges() ? List.of(call.id()) : List.of(), orders(vendor));
            Purchase told = told(painter, call);
            assertEquals(conduct.charges() ? new Purchase.Bought(Money.usd("0.04")) : new Purchase.NotBought(), told);
        }
    }

    @Test
    void anOrderWithAKnownKeyIsChargedOnceByAVendorThatKnowsKeys() throws Exception {
        for (boolean knows : List.of(true, false)) {
            Terms terms = knows ? TERMS.knowingKeys() : TERMS;
            try (VendorServer vendor = new VendorServer(terms, ConductScript.inOrder(Conduct.LOSE_ANSWER))) {
                SimulatedPainter painter = Orders.painter(vendor, "key-main", "instant");
                TestCall call = new TestCall(folder);
                assertThrows(ProviderException.class, () -> order(painter, call));
                order(painter, call);
                assertEquals(knows ? 1 : 2, vendor.invoices().size());
                assertEquals(2, vendor.orders());
            }
        }
    }

    @Test
    void aTaskIsPolledAndAnExpiredAddressAskedForAgain() throws Exception {
        Terms slow = TERMS.taking(Duration.ZERO, Duration.ofMillis(60));
        try (VendorServer vendor = new VendorServer(slow, ConductScript.inOrder(Conduct.EXPIRE_OUTPUT))) {
            SimulatedPainter painter = Orders.painter(vendor, "key-main", "queued");
            TestCall call = new TestCall(folder);
            Outcome<ImageResult> outcome = order(painter, call);
            Checkpoint checkpoint = call.checkpoints().get(0);
            int polls = 0;
            while (outcome instanceof Outcome.Pending) {
                outcome = painter.poll(checkpoint, call);
                polls++;
            }
            assertTrue(polls > 1, "the vendor takes its time");
            Outcome.Done<ImageResult> done = assertInstanceOf(Outcome.Done.class, outcome);
            assertEquals(Optional.of(Money.usd("0.04")), done.charge());
            assertArrayEquals(
                    Orders.PICTURE, Files.readAllBytes(done.result().image().path()));
            assertEquals(1, vendor.invoices().size());
        }
    }

    @Test
    void aTaskThatIsCancelledIsChargedAllTheSame() throws Exception {
        Terms slow = TERMS.taking(Duration.ZERO, Duration.ofMinutes(1));
        try (VendorServer vendor = new VendorServer(slow, ConductScript.inOrder())) {
            SimulatedPainter painter = Orders.painter(vendor, "key-main", "queued");
            TestCall call = new TestCall(folder);
            order(painter, call);
            Checkpoint checkpoint = call.checkpoints().get(0);
            painter.cancel(checkpoint, call);
            ProviderException ended = assertThrows(ProviderException.class, () -> painter.poll(checkpoint, call));
            assertEquals(Optional.of(Money.usd("0.04")), ended.charge());
        }
    }

    @Test
    void accountsHaveBillsAndTasksOfTheirOwn() throws Exception {
        Terms two = TERMS.telling().withAccounts(Map.of("key-a", "a", "key-b", "b"));
        try (VendorServer vendor = new VendorServer(two, ConductScript.inOrder())) {
            SimulatedPainter first = Orders.painter(vendor, "key-a", "queued");
            SimulatedPainter second = Orders.painter(vendor, "key-b", "queued");
            TestCall call = new TestCall(folder);
            order(first, call);
            assertEquals("a", vendor.invoices().get(0).account());
            assertThrows(
                    ProviderException.class,
                    () -> second.poll(call.checkpoints().get(0), call));
            assertEquals(new Purchase.NotBought(), told(second, call));
        }
    }

    @Test
    void aVendorThatIsStrictTellsNothingAboutCharges() throws IOException {
        try (VendorServer vendor = new VendorServer(TERMS, ConductScript.inOrder())) {
            assertInstanceOf(
                    Purchase.Unclear.class, told(Orders.painter(vendor, "key-main", "instant"), new TestCall(folder)));
        }
    }

    @Test
    void anOutageKeepsAddressBillAndTasks() throws Exception {
        try (VendorServer vendor = new VendorServer(TERMS, ConductScript.inOrder())) {
            SimulatedPainter painter = Orders.painter(vendor, "key-main", "queued");
            TestCall call = new TestCall(folder);
            order(painter, call);
            assertEquals(Health.State.UP, painter.probe(PATIENCE).state());
            vendor.goDown();
            ProviderException away = assertThrows(ProviderException.class, () -> order(painter, call));
            assertEquals(ProviderException.Kind.UNAVAILABLE, away.kind());
            assertEquals(Health.State.DOWN, painter.probe(PATIENCE).state());
            vendor.comeBack();
            assertInstanceOf(Outcome.Done.class, painter.poll(call.checkpoints().get(0), call));
            assertEquals(1, vendor.invoices().size());
        }
    }

    @Test
    void theSameSeedMisbehavesTheSame() throws IOException {
        Map<Conduct, Double> shares = Map.of(Conduct.RATE_LIMIT, 0.3, Conduct.FAIL, 0.2);
        List<List<Boolean>> runs = IntStream.range(0, 2)
                .mapToObj(run -> {
                    try (VendorServer vendor = new VendorServer(TERMS, ConductScript.seeded(11, shares))) {
                        SimulatedPainter painter = Orders.painter(vendor, "key-main", "instant");
                        return IntStream.range(0, 60)
                                .mapToObj(order -> serves(painter, new TestCall(folder)))
                                .toList();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        assertEquals(runs.get(0), runs.get(1));
        long served = runs.get(0).stream().filter(Boolean::booleanValue).count();
        assertTrue(served > 20 && served < 40, served + " of 60 served");
        assertThrows(
                IllegalArgumentException.class,
                () -> ConductScript.seeded(1, Map.of(Conduct.FAIL, 0.8, Conduct.CUT, 0.3)));
    }

    private static Outcome<ImageResult> order(SimulatedPainter painter, TestCall call) throws ProviderException {
        return painter.execute(Orders.picture(640, 360), painter.offers().get(0), call);
    }

    private static boolean serves(SimulatedPainter painter, TestCall call) {
        try {
            order(painter, call);
            return true;
        } catch (ProviderException e) {
            return false;
        }
    }

    private static Purchase told(SimulatedPainter painter, TestCall call) {
        SentCall sent = new SentCall(call.id(), "ImageGenerator", "instant", Instant.EPOCH, Optional.empty());
        try {
            return painter.lookUp(sent, PATIENCE);
        } catch (ProviderException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> orders(VendorServer vendor) {
        return vendor.invoices().stream().map(Invoice::order).toList();
    }
}
