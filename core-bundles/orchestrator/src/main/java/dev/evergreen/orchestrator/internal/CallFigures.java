package dev.evergreen.orchestrator.internal;

import dev.evergreen.domain.telemetry.LookedUpGauges;
import dev.evergreen.domain.telemetry.Meter;
import dev.evergreen.domain.telemetry.Metrics;
import dev.evergreen.orchestrator.OfferStatus;
import dev.evergreen.orchestrator.Trail;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Shows how calls end on this node, how many are under way, and where the circuits stand. Thread-safe. */
final class CallFigures implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final List<String> CIRCUITS = List.of("closed", "half_open", "open");

    /** What is no failure of the offer that stands in the trail. */
    private static final Set<String> NO_FAILURE = Set.of(CallTrail.SERVED, CallTrail.WAITED, "outrun");

    private final Metrics metrics;
    private final LookedUpGauges circuits;
    private final List<Metrics.Gauge> gauges;

    /**
     * @param offers asked in a thread of its own
     * @param underWay the calls that are made now
     */
    CallFigures(Metrics metrics, Supplier<List<OfferStatus>> offers, Collection<CallWatch> underWay) {
        this.metrics = metrics;
        this.circuits = LookedUpGauges.start(metrics, "offers", EVERY, () -> states(offers.get()));
        this.gauges = List.of(
                metrics.gauge(Meter.of("evergreen_calls_running", "Calls under way on this node"), underWay::size),
                metrics.gauge(
                        Meter.of(
                                "evergreen_calls_waiting",
                                "Calls of this node that wait: for their turn, for a vendor that cools down, between two attempts"),
                        () -> underWay.stream().filter(CallWatch::isResting).count()));
    }

    /** @param outcome {@code served}, {@code reused}, {@code put_off} or {@code failed} */
    void call(String capability, String outcome) {
        metrics.counter(new Meter(
                        "evergreen_calls", "Calls that ended", Map.of("capability", capability, "outcome", outcome)))
                .add(1);
    }

    /** The attempts of one call, and whether another offer than the first served it. */
    void attempts(String capability, Trail trail) {
        for (Trail.Attempt attempt : trail.attempts()) {
            metrics.counter(new Meter(
                            "evergreen_call_attempts",
                            "What came of asking a plugin",
                            Map.of(
                                    "capability",
                                    capability,
                                    "plugin",
                                    attempt.offer().substring(0, attempt.offer().indexOf('/')),
                                    "outcome",
                                    attempt.outcome().toLowerCase(Locale.ROOT))))
                    .add(1);
        }
        boolean failed = trail.attempts().stream().anyMatch(attempt -> !NO_FAILURE.contains(attempt.outcome()));
        if (failed && !trail.served().isEmpty() && !trail.served().equals(trail.requested())) {
            metrics.counter(new Meter(
                            "evergreen_call_fallbacks",
                            "Calls that another offer served than the one that ranked first, which failed",
                            Map.of("capability", capability)))
                    .add(1);
        }
    }

    /** One series for each state, as Prometheus has it for enumerations: 1 for the state it is in. */
    private static Map<Meter, Double> states(List<OfferStatus> offers) {
        Map<Meter, Double> found = new HashMap<>();
        for (OfferStatus offer : offers) {
            String now = offer.circuit().toLowerCase(Locale.ROOT);
            for (String state : CIRCUITS) {
                Meter meter = new Meter(
                        "evergreen_offer_circuit",
                        "The circuit of an offer on this node: 1 for the state it is in",
                        Map.of(
                                "capability", offer.capability(),
                                "plugin", offer.plugin(),
                                "account", offer.account(),
                                "offer", offer.offer(),
                                "state", state));
                found.put(meter, state.equals(now) ? 1.0 : 0.0);
            }
        }
        return found;
    }

    @Override
    public void close() {
        circuits.close();
        gauges.forEach(Metrics.Gauge::close);
    }
}
