package dev.evergreen.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.evergreen.itests.NodeUnderTest.Start;
import dev.evergreen.storage.contract.server.RedisServer;
import dev.evergreen.storage.contract.server.S3Server;
import dev.evergreen.vendor.simulator.Conduct;
import dev.evergreen.vendor.simulator.ConductScript;
import dev.evergreen.vendor.simulator.Invoice;
import dev.evergreen.vendor.simulator.Terms;
import dev.evergreen.vendor.simulator.VendorServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes that buy pictures from a vendor without idempotency keys, which loses answers and breaks off, are killed at random, and so is
 * the one that takes orders, while it takes some. Whatever happens, every production that was accepted ends, no intent is charged
 * twice, and the ledger is the vendor's bill to the last digit.
 */
class KilledBuyersTest {
    private static final boolean FULL = "full".equals(System.getProperty("evergreen.counts"));
    private static final int KILLS = FULL ? 200 : 2;
    private static final int EVERY_NTH_IS_THE_DESK = FULL ? 10 : 2;
    private static final int RUNNING = 2;
    private static final List<String> PLACES = FULL
            ? List.of("MEADOW", "HARBOUR", "KITCHEN", "TOWER", "RIVER", "GARDEN")
            : List.of("MEADOW", "HARBOUR", "KITCHEN");
    private static final int LONGEST_WAIT_MILLIS = 1_500;
    private static final long SEED = 4_711;
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Map<String, String> SMALL = Map.of("preset", "240p24");
    private static final Map<Conduct, Double> MANNERS = Map.of(
            Conduct.SLOW, 0.4,
            Conduct.LOSE_ANSWER, 0.08,
            Conduct.CUT, 0.04,
            Conduct.EXPIRE_OUTPUT, 0.1,
            Conduct.FAIL, 0.05,
            Conduct.RATE_LIMIT, 0.05);

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final List<ProductionUnderTest> productions = new ArrayList<>();
    private final List<ProductionUnderTest> running = new ArrayList<>();
    private int desksKilled;

    @Test
    void theLedgerIsTheVendorsBillWhateverIsKilled() throws Exception {
        Path s3proxy = Distribution.root().resolve("core-bundles/blobs-s3/target/servers/s3proxy.jar");
        Terms terms = Terms.strict(SimulatedVendorPlugin.picture())
                .withAccounts(Map.of("key-instant", "instant", "key-queued", "queued"))
                .telling()
                .at("0.0375")
                .taking(Duration.ofMillis(700), Duration.ofMillis(900));
        long began = System.nanoTime();
        try (VendorServer vendor = new VendorServer(terms, ConductScript.seeded(SEED, MANNERS));
                RedisServer redis = new RedisServer(Files.createDirectories(folder.resolve("redis"))).start();
                S3Server s3 = new S3Server(s3proxy, Files.createDirectories(folder.resolve("s3"))).start();
                Desk desk = new Desk(buying(SharedStorageTest.shared(new Start(folder.resolve("desk")), redis, s3))
                        .with("EVERGREEN_ROLES", "api"))) {
            open(desk.node, vendor);
            List<Worker> workers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                workers.add(new Worker(buying(
                        SharedStorageTest.sharing(new Start(folder.resolve("worker-" + i)), desk.node, redis, s3))));
            }
            try {
                int kills = killAtRandom(desk, vendor, workers);
                for (Worker worker : workers) {
                    worker.awaitReady();
                }
                Map<String, Long> ends = awaitEnds(desk.node);
                awaitQuiet(desk.node);
                settleEverything(desk.node);
                System.out.printf(
                        "FIGURE kill -9 while buying: %d kills, %d of them of the desk, %d productions (%s), %d orders, %d invoices of %s USD,"
                                + " ledger the same, %d reconciled, %d charged twice, %.0f s%n",
                        kills,
                        desksKilled,
                        productions.size(),
                        ends,
                        vendor.orders(),
                        vendor.invoices().size(),
                        bill(vendor),
                        reconciled(),
                        chargedTwice(vendor),
                        (System.nanoTime() - began) / 1e9);
                assertEquals(KILLS, kills);
                assertTrue(vendor.invoices().size() >= kills, "hardly anything was bought");
                assertEquals(0, chargedTwice(vendor), "an intent was charged twice");
                assertEquals(
                        0,
                        bill(vendor).compareTo(ledger(desk.node)),
                        "bill " + bill(vendor) + ", ledger " + ledger(desk.node));
            } finally {
                for (Worker worker : workers) {
                    worker.close();
                }
            }
        }
    }

    private static Start buying(Start start) {
        return start.with("DEV_EVERGREEN_SPENDING_UPKEEP_SECONDS", "1")
                .with("DEV_EVERGREEN_SPENDING_LOOKUP_SECONDS", "1")
                .with("DEV_EVERGREEN_SPENDING_GRACE_SECONDS", "10")
                .with("DEV_EVERGREEN_ORCHESTRATOR_POLICY", "best")
                .with("DEV_EVERGREEN_JOBS_RESCUE_SECONDS", "10");
    }

    /** Installs the plugin with two accounts, and a budget that shows what is held. */
    private static void open(NodeUnderTest desk, VendorServer vendor) throws IOException, InterruptedException {
        NodeUnderTest.data(desk.api().upload("simulated.jar", SimulatedVendorPlugin.jar()));
        for (String offer : List.of("instant", "queued")) {
            desk.post(
                    "/api/v1/accounts", """
                    {"plugin":"%s","name":"%s","settings":{"address":"%s","key":"key-%s","price":"0.0375",
                    "offer":"%s","tier":"high","timeoutSeconds":5}}
                    """.formatted(SimulatedVendorPlugin.ID, offer, vendor.address(), offer, offer));
        }
        NodeUnderTest.data(desk.send(
                "PUT",
                "/api/v1/budgets",
                "application/json",
                "{\"period\":\"total\",\"limit\":{\"amount\":\"1000\",\"currency\":\"USD\"}}"
                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** Kills one worker after the other in the middle of its purchases; each comes back while the other one works. */
    private int killAtRandom(Desk desk, VendorServer vendor, List<Worker> workers) throws Exception {
        for (Worker worker : workers) {
            worker.awaitReady();
        }
        int kills = 0;
        while (kills < KILLS) {
            Worker victim = workers.get(kills % workers.size());
            boolean killsDesk = (kills + 1) % EVERY_NTH_IS_THE_DESK == 0;
            if (!killsDesk) {
                victim.awaitReady();
            }
            int before = vendor.orders();
            await(desk.node, "orders", () -> {
                keepRunning(desk.node);
                return vendor.orders() > before;
            });
            int wait = 1 + random.nextInt(LONGEST_WAIT_MILLIS);
            if (killsDesk) {
                killDesk(desk, wait);
            } else {
                assertFalse(desk.node.process().waitFor(wait, TimeUnit.MILLISECONDS), "the desk ended by itself");
                victim.killAndRestart();
            }
            kills++;
        }
        return kills;
    }

    /** What it has accepted before it died is there when it is back; its database lives on, as the workers need it. */
    private void killDesk(Desk desk, int afterMillis) throws Exception {
        List<ProductionUnderTest> accepted = new ArrayList<>();
        NodeUnderTest victim = desk.node;
        CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> {
            try {
                assertFalse(victim.process().waitFor(afterMillis, TimeUnit.MILLISECONDS), "the desk ended by itself");
                victim.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        });
        int number = productions.size();
        try {
            for (int i = 0; i < RUNNING; i++) {
                accepted.add(ProductionUnderTest.begin(victim, script(number + i), SMALL));
            }
        } catch (IOException e) {
            // Whatever the desk was asked when it died was not answered, and may be there or not.
            System.out.println("the desk died while it was asked: " + e);
        }
        killed.join();
        desk.start();
        desksKilled++;
        for (ProductionUnderTest production : accepted) {
            assertEquals(
                    production.id(), production.on(desk.node).at("/job/id").asText(), "what was accepted was lost");
        }
        productions.addAll(accepted);
        running.addAll(accepted);
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void await(NodeUnderTest desk, String what, Condition condition)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < deadline, () -> "not within " + PATIENCE.toMinutes() + " min: " + what);
            assertFalse(desk.process().waitFor(50, TimeUnit.MILLISECONDS), "the desk ended by itself");
        }
    }

    private void keepRunning(NodeUnderTest desk) throws IOException, InterruptedException {
        for (ProductionUnderTest production : List.copyOf(running)) {
            if (ProductionUnderTest.hasEnded(production.on(desk))) {
                running.remove(production);
            }
        }
        while (running.size() < RUNNING) {
            running.add(ProductionUnderTest.begin(desk, script(productions.size()), SMALL));
            productions.add(running.get(running.size() - 1));
        }
    }

    private static String script(int number) {
        StringBuilder script = new StringBuilder("Title: Kite ").append(number).append("\n\n");
        for (String place : PLACES) {
            script.append("EXT. ").append(place).append(" - DAY\n\n");
            script.append("Kite number ").append(number).append(" flies over the place.\n\n");
            script.append("NARRATOR (V.O.)\nThe wind had one good idea.\n\n");
        }
        return script.toString();
    }

    /** How many productions ended in which state. */
    private Map<String, Long> awaitEnds(NodeUnderTest desk) throws IOException, InterruptedException {
        List<String> ends = new ArrayList<>();
        for (ProductionUnderTest production : productions) {
            ends.add(production
                    .await(desk, ProductionUnderTest::hasEnded)
                    .path("job")
                    .path("state")
                    .asText());
        }
        return ends.stream().collect(Collectors.groupingBy(end -> end, Collectors.counting()));
    }

    /** Also what the desk had accepted without answering any more is done. */
    private static void awaitQuiet(NodeUnderTest desk) throws IOException, InterruptedException {
        await(desk, "nothing is at work", () -> {
            for (String state : List.of("waiting", "pending", "parked", "running")) {
                if (!desk.api().read("/api/v1/jobs?state=" + state).isEmpty()) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Waits until nothing is held and nothing is unknown. */
    private static void settleEverything(NodeUnderTest desk) throws IOException, InterruptedException {
        await(desk, "everything is settled", () -> {
            JsonNode unknown = desk.api().read("/api/v1/calls/unknown");
            JsonNode budget = desk.api().read("/api/v1/budgets").get(0);
            return unknown.isEmpty()
                    && new BigDecimal(budget.at("/reserved/amount").asText()).signum() == 0;
        });
    }

    private static BigDecimal bill(VendorServer vendor) {
        return vendor.invoices().stream().map(Invoice::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long chargedTwice(VendorServer vendor) {
        long intents = vendor.invoices().stream().map(Invoice::order).distinct().count();
        return vendor.invoices().size() - intents;
    }

    private static BigDecimal ledger(NodeUnderTest desk) throws IOException, InterruptedException {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : desk.api().read("/api/v1/spend?by=account")) {
            if (line.path("key").asText().startsWith(SimulatedVendorPlugin.ID)) {
                sum = sum.add(new BigDecimal(line.at("/spent/amount").asText()));
            }
        }
        return sum;
    }

    /** Counted by what the nodes say in their logs. */
    private int reconciled() throws IOException {
        int reconciled = 0;
        for (String node : List.of("desk", "worker-0", "worker-1")) {
            Path log = folder.resolve(node).resolve("log/evergreen.log");
            if (Files.exists(log)) {
                reconciled += (int) Files.readString(log)
                        .lines()
                        .filter(line -> line.contains("Call ") && line.matches(".* was (not )?bought.*"))
                        .count();
            }
        }
        return reconciled;
    }

    /** The node that takes orders, and runs the database for all. */
    private static final class Desk implements AutoCloseable {
        private final Start start;
        private NodeUnderTest node;

        Desk(Start start) throws IOException, InterruptedException {
            this.start = start;
            this.node = NodeUnderTest.start(start);
        }

        void start() throws IOException, InterruptedException {
            node = NodeUnderTest.start(start);
        }

        @Override
        public void close() {
            node.close();
        }
    }

    /** A node that comes back after it was killed. */
    private static final class Worker implements AutoCloseable {
        private final Start start;
        private CompletableFuture<NodeUnderTest> node;

        Worker(Start start) {
            this.start = start;
            this.node = launch();
        }

        private CompletableFuture<NodeUnderTest> launch() {
            return CompletableFuture.supplyAsync(() -> {
                try {
                    return NodeUnderTest.start(start);
                } catch (IOException e) {
                    throw new AssertionError("a worker did not start", e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError("interrupted", e);
                }
            });
        }

        void awaitReady() {
            node.join();
        }

        void killAndRestart() throws InterruptedException {
            node.join().kill();
            node = launch();
        }

        @Override
        public void close() {
            node.join().close();
        }
    }
}
