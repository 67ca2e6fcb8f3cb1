package dev.evergreen.orchestrator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.Routing.Policy;
import dev.evergreen.orchestrator.Trail;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.vendor.simulator.Conduct;
import dev.evergreen.vendor.simulator.ConductScript;
import dev.evergreen.vendor.simulator.VendorServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three vendors that are in trouble, or away. */
class BrownOutTest {
    private static final int CALLS = Vendors.FULL ? 1_500 : 60;
    private static final int AT_ONCE = 8;
    private static final int WHILE_AWAY = 16;
    private static final double WANTED = 0.99;
    private static final Map<Conduct, Double> BROWN_OUT =
            Map.of(Conduct.RATE_LIMIT, 0.3, Conduct.SLOW, 0.2, Conduct.FAIL, 0.1);
    private static final Set<String> REPEATED_FROM_THE_BUDGET =
            Set.of("OVERLOADED", "UNAVAILABLE", "TIMEOUT", "BAD_RESPONSE");

    @TempDir
    private Path folder;

    private TestMarket market;
    private final List<VendorServer> vendors = new ArrayList<>();

    @BeforeEach
    void open() throws SQLException, IOException {
        market = new TestMarket(folder);
        for (String price : List.of("0.04", "0.05", "0.06")) {
            VendorServer vendor = new VendorServer(Vendors.terms().at(price), ConductScript.inOrder());
            Vendors.offer(market, "account-" + vendors.size(), vendor, price);
            vendors.add(vendor);
        }
    }

    @AfterEach
    void close() {
        vendors.forEach(VendorServer::close);
        market.close();
    }

    /** How a call ended. */
    private record End(Trail trail, String failure) {
        boolean served() {
            return failure.isEmpty();
        }
    }

    @Test
    void callsAreServedThroughABrownOut() throws Exception {
        for (int i = 0; i < vendors.size(); i++) {
            vendors.get(i).behave(ConductScript.seeded(20_177 + i, BROWN_OUT));
        }
        long began = System.nanoTime();

        List<End> ends = call(CALLS, Duration.ofSeconds(30), 1_000);

        double seconds = (System.nanoTime() - began) / 1e9;
        long served = ends.stream().filter(End::served).count();
        long fellBack = ends.stream()
                .filter(End::served)
                .filter(end -> !end.trail().served().equals(end.trail().requested()))
                .count();
        long repeats = ends.stream().mapToLong(end -> repeats(end.trail())).sum();
        int orders = vendors.stream().mapToInt(VendorServer::orders).sum();
        System.out.printf(
                "FIGURE brown-out (30 %% 429, 20 %% slow, 10 %% 5xx at 3 vendors): %d of %d calls served, %d by fallback,"
                        + " %d orders, %d repeats from the retry budget, %.1f s%n",
                served, ends.size(), fellBack, orders, repeats, seconds);
        assertTrue(
                served >= WANTED * ends.size(),
                () -> served + " served: "
                        + ends.stream()
                                .filter(end -> !end.served())
                                .map(End::failure)
                                .toList());
        assertTrue(fellBack > 0, "nobody fell back, so nothing was browned out");
        double allowed = Settings.DEFAULTS.retryBudget() * CALLS + 10;
        assertTrue(repeats <= allowed, repeats + " repeats of at most " + allowed);
        assertLedgerIsTheBill();
    }

    @Test
    void whileAllVendorsAreAwayNothingIsSpentAndTheirReturnNeedsNoRestart() throws Exception {
        Budget budget = Vendors.limit(market.database, "10");
        vendors.forEach(VendorServer::goDown);
        long began = System.nanoTime();

        List<End> ends = call(WHILE_AWAY, Duration.ofSeconds(4), 5_000);

        assertEquals(0, ends.stream().filter(End::served).count());
        for (End end : ends) {
            assertTrue(end.failure().contains("is not there"), end.failure());
        }
        assertTrue(threads() <= WHILE_AWAY, threads() + " threads for " + WHILE_AWAY + " calls");
        Budget after = Vendors.stored(market.database, budget);
        assertEquals(Money.free(), after.spent());
        assertEquals(Money.free(), after.reserved());
        Set<String> circuits = new TreeSet<>();
        market.orchestrator.status().forEach(status -> {
            circuits.add(status.circuit());
            assertTrue(status.explanation().contains("attempts failed"), status.explanation());
        });
        assertEquals(Set.of("OPEN"), circuits, "the status says that all are away");
        double seconds = (System.nanoTime() - began) / 1e9;

        for (VendorServer vendor : vendors) {
            vendor.comeBack();
        }
        began = System.nanoTime();
        List<End> back = call(WHILE_AWAY, Duration.ofSeconds(20), 6_000);
        assertEquals(
                WHILE_AWAY,
                back.stream().filter(End::served).count(),
                () -> back.stream().map(End::failure).toList().toString());
        System.out.printf(
                "FIGURE all vendors away: %d calls ended within %.1f s, spent 0; after their return %d of %d served"
                        + " within %.1f s%n",
                ends.size(), seconds, WHILE_AWAY, WHILE_AWAY, (System.nanoTime() - began) / 1e9);
        assertLedgerIsTheBill();
    }

    private void assertLedgerIsTheBill() {
        BigDecimal bills = vendors.stream().map(Vendors::bill).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, bills.compareTo(market.ledger("settle", "reconcile")), () -> "bills of " + bills);
        assertEquals(
                0,
                market.ledger("reserve")
                        .compareTo(market.ledger("settle", "reconcile").add(market.ledger("release"))),
                "nothing is held any more");
    }

    private List<End> call(int calls, Duration time, int firstSeed) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(Math.min(calls, AT_ONCE));
        try {
            List<Callable<End>> work = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                int seed = firstSeed + i;
                work.add(() -> call(seed, time));
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

    private End call(int seed, Duration time) {
        try {
            return new End(
                    market.orchestrator
                            .call(
                                    ImageGenerator.class,
                                    Vendors.picture(seed),
                                    TestMarket.options(
                                            Policy.CHEAPEST, "", Optional.empty(), time, new TestMarket.Cancellation()))
                            .trail(),
                    "");
        } catch (CallFailedException e) {
            return new End(e.trail(), String.valueOf(e.getMessage()));
        }
    }

    /** How often an offer was asked again after it had failed in the same call. */
    private static long repeats(Trail trail) {
        long repeats = 0;
        Set<String> failed = new TreeSet<>();
        for (Trail.Attempt attempt : trail.attempts()) {
            repeats += failed.contains(attempt.offer()) ? 1 : 0;
            if (REPEATED_FROM_THE_BUDGET.contains(attempt.outcome())) {
                failed.add(attempt.offer());
            }
        }
        return repeats;
    }

    /** Threads of calls that work now. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("provider-call"))
                .count();
    }
}
