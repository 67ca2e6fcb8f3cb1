package dev.evergreen.orchestrator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.storage.DatabaseEndpoint;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.Routing.Policy;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import dev.evergreen.persistence.internal.ledger.JdbiCallRecovery;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.vendor.simulator.ConductScript;
import dev.evergreen.vendor.simulator.VendorServer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many calls at once on three nodes, each with an orchestrator and connections of its own to one database, want more than the
 * budget has. Every tenth submitter dies between the reservation and the order.
 */
class BudgetRaceTest {
    private static final int CALLS = Vendors.FULL ? 1_000 : 100;
    private static final int AFFORDABLE = Vendors.FULL ? 300 : 30;
    private static final int NODES = 3;
    private static final int EVERY_NTH_DIES = 10;
    private static final int AT_ONCE = 24;

    @TempDir
    private Path folder;

    private final List<TestMarket> nodes = new ArrayList<>();

    /** How a submission ended. */
    private enum End {
        SERVED,
        REFUSED,
        DIED
    }

    @Test
    void aBudgetIsNeverPassedAndNothingStaysReserved() throws Exception {
        long began = System.nanoTime();
        DatabaseEndpoint endpoint = TestServer.emptyDatabase();
        TestMarket.correlation = UUID.randomUUID().toString();
        try (VendorServer vendor = new VendorServer(Vendors.terms().at("1.00"), ConductScript.inOrder());
                OpenDatabase first = OpenDatabase.open(endpoint, 8);
                OpenDatabase second = OpenDatabase.open(endpoint, 8);
                OpenDatabase third = OpenDatabase.open(endpoint, 8)) {
            Budget budget = Vendors.limit(first, Integer.toString(AFFORDABLE));
            for (OpenDatabase database : List.of(first, second, third)) {
                Path own = Files.createDirectory(folder.resolve("node-" + nodes.size()));
                TestMarket node = new TestMarket(own, database, Settings.DEFAULTS);
                Vendors.offer(node, "main", vendor, "1.00");
                nodes.add(node);
            }

            List<End> ends = submit(0, true);
            int served = count(ends, End.SERVED);
            int died = count(ends, End.DIED);
            assertEquals(AFFORDABLE, served + died, "what was bought and what is held together are the whole budget");
            assertEquals(CALLS - AFFORDABLE, count(ends, End.REFUSED));
            Budget full = Vendors.stored(first, budget);
            assertEquals(
                    new BigDecimal(served),
                    full.spent().amount().stripTrailingZeros().setScale(0));
            assertEquals(new BigDecimal(died), full.reserved().amount().setScale(0));

            int released = 0;
            for (OpenDatabase database : List.of(third, second, first)) {
                released += new JdbiCallRecovery(database.database())
                        .expire(Duration.ofMinutes(1))
                        .released();
            }
            assertEquals(died, released, "each reservation is given back once");
            assertEquals(Money.free(), Vendors.stored(first, budget).reserved());

            List<End> again = submit(CALLS, false);
            assertEquals(died, count(again, End.SERVED), "what came back can be spent");
            Budget spent = Vendors.stored(first, budget);
            assertEquals(spent.limit(), spent.spent());
            assertEquals(Money.free(), spent.reserved());
            assertEquals(0, Vendors.bill(vendor).compareTo(spent.spent().amount()), "the vendor's bill");
            assertEquals(
                    0, nodes.get(0).ledger("settle", "reconcile").compareTo(Vendors.bill(vendor)), "the ledger's sum");
            System.out.printf(
                    "FIGURE budget race: %d calls on %d nodes for a budget of %d: %d bought, %d over, %d abandoned"
                            + " reservations released, %.1f s%n",
                    CALLS * 2,
                    NODES,
                    AFFORDABLE,
                    vendor.invoices().size(),
                    Math.max(0, vendor.invoices().size() - AFFORDABLE),
                    released,
                    (System.nanoTime() - began) / 1e9);
        } finally {
            nodes.forEach(TestMarket::close);
        }
    }

    private List<End> submit(int firstSeed, boolean someDie) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<End>> work = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                TestMarket node = nodes.get(i % NODES);
                int seed = firstSeed + i;
                work.add(someDie && i % EVERY_NTH_DIES == 0 ? () -> die(node) : () -> buy(node, seed));
            }
            List<End> ends = new ArrayList<>();
            for (Future<End> end : callers.invokeAll(work)) {
                ends.add(end.get());
            }
            return ends;
        } finally {
            callers.shutdownNow();
        }
    }

    private static End buy(TestMarket node, int seed) {
        try {
            node.orchestrator.call(ImageGenerator.class, Vendors.picture(seed), TestMarket.options(Policy.CHEAPEST));
            return End.SERVED;
        } catch (CallFailedException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("budget"), e.getMessage());
            return End.REFUSED;
        }
    }

    /** Reserves as a call does whose node then dies. */
    private static End die(TestMarket node) {
        UUID id = UUID.randomUUID();
        Instant past = Instant.now().minus(Duration.ofHours(1));
        try {
            node.ledger.reserve(new ProviderCall(
                    id,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "died-" + id,
                    "ImageGenerator",
                    Vendors.PLUGIN,
                    "main",
                    "instant",
                    ProviderCall.State.INTENT,
                    Money.usd("1.00"),
                    Optional.empty(),
                    "",
                    "",
                    past,
                    past,
                    past));
            return End.DIED;
        } catch (ProblemException e) {
            return End.REFUSED;
        }
    }

    private static int count(List<End> ends, End wanted) {
        return (int) ends.stream().filter(end -> end == wanted).count();
    }
}
