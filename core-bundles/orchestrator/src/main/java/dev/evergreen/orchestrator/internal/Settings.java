package dev.evergreen.orchestrator.internal;

import dev.evergreen.orchestrator.Routing;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The configuration, checked. */
record Settings(
        Routing.Policy policy,
        int retries,
        double retryBudget,
        Breaker breaker,
        Weights weights,
        Duration resultTtl,
        Duration swap,
        Duration drain,
        Map<String, BigDecimal> dollarRates,
        Map<String, Limits> limits,
        Waiting waiting,
        Recovery recovery,
        Probing probing,
        boolean hedging,
        double similarity) {
    static final Settings DEFAULTS = new Settings(
            Routing.Policy.BALANCED,
            2,
            0.2,
            Breaker.DEFAULTS,
            new Weights(0.35, 0.3, 0.15, 0.2),
            Duration.ofMinutes(60),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Map.of(),
            Map.of(),
            new Waiting(Duration.ofSeconds(5), Duration.ofDays(1)),
            new Recovery(Duration.ofSeconds(60), 0.1),
            new Probing(Duration.ofSeconds(60), Duration.ofMinutes(10)),
            false,
            0.8);

    Settings {
        dollarRates = Map.copyOf(dollarRates);
        limits = Map.copyOf(limits);
    }

    /**
     * How calls wait for their turn.
     *
     * @param patience how long a thread waits
     * @param longest how far off the turn of a job's call may be
     */
    record Waiting(Duration patience, Duration longest) {}

    /**
     * How an offer whose circuit has closed gets its calls back.
     *
     * @param time until it gets all of them; zero for at once
     * @param first the share that it begins with
     */
    record Recovery(Duration time, double first) {}

    /**
     * When vendors are asked how they are.
     *
     * @param every zero for never
     * @param idle what was not asked for that long is probed
     */
    record Probing(Duration every, Duration idle) {}

    /**
     * When an offer is left alone.
     *
     * @param window how many latest attempts are judged
     * @param minimum fewer are not judged
     * @param rate share of failures that opens
     * @param open how long it first stays open
     * @param longest how long at most
     * @param account how long after a refused key or a used-up quota
     */
    record Breaker(int window, int minimum, double rate, Duration open, Duration longest, Duration account) {
        static final Breaker DEFAULTS =
                new Breaker(20, 5, 0.5, Duration.ofSeconds(30), Duration.ofSeconds(300), Duration.ofSeconds(300));
    }

    /** Of the policy balanced. */
    record Weights(double price, double quality, double latency, double success) {}

    static Settings of(OrchestratorConfiguration configuration) {
        return new Settings(
                policy(configuration.policy()),
                (int) within("retries", configuration.retries(), 0, 10),
                within("retry.budget", configuration.retry_budget(), 0, 1),
                new Breaker(
                        (int) within("breaker.window", configuration.breaker_window(), 5, 1_000),
                        (int) within("breaker.minimum", configuration.breaker_minimum(), 1, 1_000),
                        within("breaker.rate", configuration.breaker_rate(), 0.01, 1),
                        seconds("breaker.seconds", configuration.breaker_seconds()),
                        seconds("breaker.max.seconds", configuration.breaker_max_seconds()),
                        seconds("account.seconds", configuration.account_seconds())),
                new Weights(
                        within("weight.price", configuration.weight_price(), 0, 100),
                        within("weight.quality", configuration.weight_quality(), 0, 100),
                        within("weight.latency", configuration.weight_latency(), 0, 100),
                        within("weight.success", configuration.weight_success(), 0, 100)),
                Duration.ofMinutes((long) within("results.minutes", configuration.results_minutes(), 0, 525_600)),
                Duration.ofSeconds((long) within("swap.seconds", configuration.swap_seconds(), 0, 600)),
                Duration.ofSeconds((long) within("drain.seconds", configuration.drain_seconds(), 0, 600)),
                rates(configuration.exchange_rates()),
                limits(configuration.limits()),
                new Waiting(
                        Duration.ofSeconds((long) within("waiting.seconds", configuration.waiting_seconds(), 0, 60)),
                        Duration.ofMinutes((long)
                                within("waiting.longest.minutes", configuration.waiting_longest_minutes(), 1, 10_080))),
                new Recovery(
                        Duration.ofSeconds(
                                (long) within("recovery.seconds", configuration.recovery_seconds(), 0, 86_400)),
                        within("recovery.share", configuration.recovery_share(), 0.01, 1)),
                new Probing(
                        Duration.ofSeconds((long) within("probe.seconds", configuration.probe_seconds(), 0, 86_400)),
                        Duration.ofMinutes(
                                (long) within("probe.idle.minutes", configuration.probe_idle_minutes(), 1, 10_080))),
                configuration.hedging(),
                within("similar.threshold", configuration.similar_threshold(), 0.3, 1));
    }

    private static Routing.Policy policy(String word) {
        for (Routing.Policy policy : Routing.Policy.values()) {
            if (policy != Routing.Policy.PINNED && policy.name().equalsIgnoreCase(word.strip())) {
                return policy;
            }
        }
        throw new IllegalArgumentException("etc/dev.evergreen.orchestrator.cfg: policy = " + word
                + " is not known; choose cheapest, fastest, best or balanced");
    }

    private static Duration seconds(String key, int value) {
        return Duration.ofSeconds((long) within(key, value, 1, 86_400));
    }

    private static double within(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("etc/dev.evergreen.orchestrator.cfg: " + key + " = " + value
                    + " is outside " + least + " to " + most);
        }
        return value;
    }

    private static Map<String, Limits> limits(String text) {
        Map<String, Limits> limits = new HashMap<>();
        for (String entry : text.split(";", -1)) {
            if (entry.isBlank()) {
                continue;
            }
            String[] parts = entry.split(":", 2);
            if (parts.length < 2 || parts[0].isBlank()) {
                throw new IllegalArgumentException("etc/dev.evergreen.orchestrator.cfg: limits has '" + entry.strip()
                        + "'; write for example acme: calls=50/60s, concurrency=4; acme/spare: none");
            }
            limits.put(parts[0].strip(), Limits.parse(parts[1], "limits in etc/dev.evergreen.orchestrator.cfg"));
        }
        return limits;
    }

    private static Map<String, BigDecimal> rates(String text) {
        Map<String, BigDecimal> rates = new HashMap<>();
        for (String pair : text.split(",", -1)) {
            if (pair.isBlank()) {
                continue;
            }
            String[] parts = pair.split("=", -1);
            try {
                rates.put(parts[0].strip(), new BigDecimal(parts[1].strip()));
            } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
                throw new IllegalArgumentException(
                        "etc/dev.evergreen.orchestrator.cfg: exchange.rates has '" + pair
                                + "'; write for example EUR=1.08",
                        e);
            }
        }
        return rates;
    }
}
