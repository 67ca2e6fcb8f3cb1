package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.ledger.ProviderCall;
import dev.evergreen.domain.storage.DatabaseEndpoint;
import dev.evergreen.orchestrator.CallFailedException;
import dev.evergreen.orchestrator.Routing.Policy;
import dev.evergreen.persistence.internal.connection.OpenDatabase;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.ImageGenerator;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * An orchestrator in a process of its own. A line of its input is an order to make calls: the first seed, how many calls, how many at
 * once, and that each so many-th dies between the reservation and the order (0 for none). A line of its output says how many calls
 * were served, refused and died.
 */
final class BuyingNode {
    static final int CONNECTIONS = 8;

    private final TestMarket node;

    private BuyingNode(TestMarket node) {
        this.node = node;
    }

    /** How a submission ended. */
    enum End {
        SERVED,
        REFUSED,
        DIED
    }

    /** @param arguments URL, user and password of the database, correlation id, the vendor's address, a folder; it runs until its input ends */
    public static void main(String[] arguments) throws Exception {
        DatabaseEndpoint endpoint = new DatabaseEndpoint(arguments[0], arguments[1], arguments[2]);
        TestMarket.correlation = arguments[3];
        try (OpenDatabase database = OpenDatabase.open(endpoint, CONNECTIONS);
                TestMarket market = new TestMarket(Path.of(arguments[5]), database, Settings.DEFAULTS);
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Vendors.offer(market, "main", URI.create(arguments[4]), "1.00");
            System.out.println("ready");
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ");
                Map<End, Integer> ends = new BuyingNode(market)
                        .submit(
                                Integer.parseInt(words[0]),
                                Integer.parseInt(words[1]),
                                Integer.parseInt(words[2]),
                                Integer.parseInt(words[3]));
                System.out.println(ends.get(End.SERVED) + " " + ends.get(End.REFUSED) + " " + ends.get(End.DIED));
            }
        }
    }

    private Map<End, Integer> submit(int firstSeed, int calls, int atOnce, int everyNthDies) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(atOnce);
        try {
            List<Callable<End>> work = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                int seed = firstSeed + i;
                boolean dies = everyNthDies > 0 && i % everyNthDies == 0;
                work.add(dies ? this::die : () -> buy(seed));
            }
            List<End> ends = new ArrayList<>();
            for (Future<End> end : callers.invokeAll(work)) {
                ends.add(end.get());
            }
            Map<End, Integer> counted = new EnumMap<>(End.class);
            for (End end : End.values()) {
                counted.put(end, Collections.frequency(ends, end));
            }
            return counted;
        } finally {
            callers.shutdownNow();
        }
    }

    private End buy(int seed) {
        try {
            node.orchestrator.call(ImageGenerator.class, Vendors.picture(seed), TestMarket.options(Policy.CHEAPEST));
            return End.SERVED;
        } catch (CallFailedException e) {
            if (!String.valueOf(e.getMessage()).contains("budget")) {
                throw new AssertionError("refused for another reason than the budget", e);
            }
            return End.REFUSED;
        }
    }

    /** Reserves as a call does whose node then dies. */
    private End die() {
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
}
