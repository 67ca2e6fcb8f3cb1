package dev.evergreen.orchestrator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.ledger.Budget;
import dev.evergreen.domain.storage.DatabaseEndpoint;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import dev.evergreen.persistence.internal.ledger.JdbiCallRecovery;
import dev.evergreen.spi.Money;
import dev.evergreen.vendor.simulator.ConductScript;
import dev.evergreen.vendor.simulator.VendorServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many calls at once from the processes of three nodes over one database want more than the budget has. Every tenth submitter dies
 * between the reservation and the order, and then one of the nodes as a whole.
 */
@Timeout(600)
class BudgetRaceTest {
    private static final int CALLS = Vendors.FULL ? 1_000 : 100;
    private static final int AFFORDABLE = Vendors.FULL ? 300 : 30;
    private static final int NODES = 3;
    private static final int EVERY_NTH_DIES = 10;
    private static final int AT_ONCE = 24;

    @TempDir
    private Path folder;

    private final List<Node> nodes = new ArrayList<>();
    private int seed;

    /** How submissions ended. */
    private record Ends(int served, int refused, int died) {
        Ends plus(Ends more) {
            return new Ends(served + more.served, refused + more.refused, died + more.died);
        }
    }

    @Test
    void aBudgetIsNeverPassedAndNothingStaysReserved() throws Exception {
        long began = System.nanoTime();
        DatabaseEndpoint endpoint = TestServer.emptyDatabase();
        TestMarket.correlation = UUID.randomUUID().toString();
        try (VendorServer vendor = new VendorServer(Vendors.terms().at("1.00"), ConductScript.inOrder());
                OpenDatabase database = OpenDatabase.open(endpoint, BuyingNode.CONNECTIONS);
                TestMarket books = new TestMarket(folder.resolve("books"), database, Settings.DEFAULTS)) {
            Budget budget = Vendors.limit(database, Integer.toString(AFFORDABLE));
            for (int i = 0; i < NODES; i++) {
                nodes.add(new Node(endpoint, vendor, Files.createDirectory(folder.resolve("node-" + i))));
            }
            for (Node node : nodes) {
                assertEquals("ready", node.answers.readLine());
            }

            Ends ends = submit(EVERY_NTH_DIES);
            assertEquals(
                    AFFORDABLE,
                    ends.served() + ends.died(),
                    "what was bought and what is held together are the whole budget");
            assertEquals(CALLS - AFFORDABLE, ends.refused());
            assertTrue(ends.died() > 0, "nobody died");
            Budget full = Vendors.stored(database, budget);
            assertEquals(0, full.spent().amount().compareTo(new BigDecimal(ends.served())));
            assertEquals(0, full.reserved().amount().compareTo(new BigDecimal(ends.died())));

            nodes.remove(0).process.destroyForcibly().waitFor();
            int released = new JdbiCallRecovery(database.database())
                    .expire(Duration.ofMinutes(1))
                    .released();
            assertEquals(ends.died(), released, "each reservation is given back once");
            assertEquals(Money.free(), Vendors.stored(database, budget).reserved());

            Ends again = submit(0);
            assertEquals(ends.died(), again.served(), "what came back can be spent");
            Budget spent = Vendors.stored(database, budget);
            assertEquals(spent.limit(), spent.spent());
            assertEquals(Money.free(), spent.reserved());
            assertEquals(0, Vendors.bill(vendor).compareTo(spent.spent().amount()), "the vendor's bill");
            assertEquals(0, books.ledger("settle", "reconcile").compareTo(Vendors.bill(vendor)), "the ledger's sum");
            System.out.printf(
                    "FIGURE budget race: %d calls from %d processes for a budget of %d: %d bought, %d over, %d abandoned"
                            + " reservations released, %.1f s%n",
                    CALLS * 2,
                    NODES,
                    AFFORDABLE,
                    vendor.invoices().size(),
                    Math.max(0, vendor.invoices().size() - AFFORDABLE),
                    released,
                    (System.nanoTime() - began) / 1e9);
        } finally {
            for (Node node : nodes) {
                node.close();
            }
        }
    }

    /** All calls at once, divided among the nodes. */
    private Ends submit(int everyNthDies) throws IOException {
        int left = CALLS;
        for (int i = 0; i < nodes.size(); i++) {
            int share = left / (nodes.size() - i);
            nodes.get(i).order(seed + " " + share + " " + AT_ONCE / nodes.size() + " " + everyNthDies);
            seed += share;
            left -= share;
        }
        Ends all = new Ends(0, 0, 0);
        for (Node node : nodes) {
            all = all.plus(node.ends());
        }
        return all;
    }

    /** A process that buys. */
    private static final class Node {
        private final Process process;
        private final BufferedReader answers;
        private final Writer orders;

        Node(DatabaseEndpoint endpoint, VendorServer vendor, Path folder) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx192m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            BuyingNode.class.getName(),
                            endpoint.url(),
                            endpoint.user(),
                            endpoint.password(),
                            TestMarket.correlation,
                            vendor.address().toString(),
                            folder.toString())
                    .redirectError(folder.resolve("errors").toFile())
                    .start();
            answers = process.inputReader();
            orders = process.outputWriter();
        }

        void order(String words) throws IOException {
            orders.write(words + "\n");
            orders.flush();
        }

        Ends ends() throws IOException {
            int[] counts = Arrays.stream(String.valueOf(answers.readLine()).split(" "))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            return new Ends(counts[0], counts[1], counts[2]);
        }

        void close() throws IOException, InterruptedException {
            orders.close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("a node did not end when its input had ended");
            }
        }
    }
}
