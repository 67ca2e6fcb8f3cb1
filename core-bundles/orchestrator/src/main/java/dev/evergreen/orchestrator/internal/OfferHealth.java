package dev.evergreen.orchestrator.internal;

import dev.evergreen.spi.provider.ProviderException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How one offer fares on this node, fed by its attempts alone: latency, success, and a circuit that opens on the failure rate of the
 * latest attempts, lets one trial through after a while, and closes when it succeeds. Thread-safe.
 */
final class OfferHealth {
    /** Weight of the newest attempt in the moving averages. */
    private static final double NEWEST = 0.2;

    private static final Duration COOL_DOWN = Duration.ofSeconds(5);

    /** States of the circuit. */
    enum Circuit {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    private final Settings.Breaker settings;
    private final Clock clock;
    private final Deque<Boolean> window = new ArrayDeque<>();
    private Circuit circuit = Circuit.CLOSED;
    private Instant openUntil = Instant.MIN;
    private Instant coolUntil = Instant.MIN;
    private Duration openFor;
    private String reason = "";
    private boolean trial;
    private long calls;
    private double latencyMillis = Double.NaN;
    private double success = 1;

    OfferHealth(Settings.Breaker settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.openFor = settings.open();
    }

    /** Why the offer should be left alone now; empty when it may be asked. */
    synchronized Optional<String> objection() {
        Instant now = clock.instant();
        if (now.isBefore(coolUntil)) {
            return Optional.of("cools down for " + seconds(now, coolUntil) + " s: " + reason);
        }
        ripen(now);
        if (circuit == Circuit.OPEN) {
            return Optional.of("its circuit is open for " + seconds(now, openUntil) + " s: " + reason);
        }
        if (circuit == Circuit.HALF_OPEN && trial) {
            return Optional.of("its circuit is half open and a trial is under way: " + reason);
        }
        return Optional.empty();
    }

    /** When it may be asked again by the vendor's own word; empty when at once. */
    synchronized Optional<Instant> coolingUntil() {
        return clock.instant().isBefore(coolUntil) ? Optional.of(coolUntil) : Optional.empty();
    }

    /** An attempt begins; the first one at a half-open circuit is its trial. */
    synchronized void begin() {
        ripen(clock.instant());
        calls++;
        trial = circuit == Circuit.HALF_OPEN;
    }

    synchronized void succeeded(Duration latency) {
        double millis = latency.toNanos() / 1e6;
        latencyMillis = Double.isNaN(latencyMillis) ? millis : latencyMillis + NEWEST * (millis - latencyMillis);
        success += NEWEST * (1 - success);
        if (circuit != Circuit.CLOSED) {
            circuit = Circuit.CLOSED;
            window.clear();
            openFor = settings.open();
            reason = "";
        }
        trial = false;
        judge(true);
    }

    synchronized void failed(ErrorTable.Health effect, ProviderException failure) {
        Instant now = clock.instant();
        boolean wasTrial = trial;
        trial = false;
        switch (effect) {
            case UNTOUCHED -> {}
            case OPENS -> open(now, settings.account(), failure);
            case COOLS_DOWN -> {
                coolUntil = now.plus(failure.retryAfter().orElse(COOL_DOWN));
                reason = sentence(failure);
            }
            case COUNTS -> {
                success -= NEWEST * success;
                failure.retryAfter().ifPresent(after -> coolUntil = now.plus(after));
                judge(false);
                reason = sentence(failure);
                if (wasTrial || circuit == Circuit.HALF_OPEN) {
                    openFor = openFor.multipliedBy(2).compareTo(settings.longest()) > 0
                            ? settings.longest()
                            : openFor.multipliedBy(2);
                    open(now, openFor, failure);
                } else if (circuit == Circuit.CLOSED && tooManyFailures()) {
                    open(now, openFor, failure);
                }
            }
        }
    }

    /** An attempt ended without saying anything about the offer. */
    synchronized void ended() {
        trial = false;
    }

    synchronized Circuit circuit() {
        ripen(clock.instant());
        return circuit;
    }

    synchronized long calls() {
        return calls;
    }

    synchronized double successRate() {
        return success;
    }

    synchronized Optional<Duration> latency() {
        return Double.isNaN(latencyMillis)
                ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) (latencyMillis * 1e6)));
    }

    /** The state in words. */
    synchronized String explanation() {
        String state = objection().orElse("ready");
        if (calls == 0) {
            return state + "; not asked yet on this node";
        }
        long failures = window.stream().filter(ok -> !ok).count();
        return state + "; " + failures + " of the latest " + window.size() + " attempts failed"
                + latency()
                        .map(time -> ", about " + Ranker.words(time) + " each")
                        .orElse("");
    }

    private void open(Instant now, Duration time, ProviderException failure) {
        circuit = Circuit.OPEN;
        openUntil = now.plus(
                failure.retryAfter().filter(after -> after.compareTo(time) > 0).orElse(time));
        reason = sentence(failure);
    }

    private void ripen(Instant now) {
        if (circuit == Circuit.OPEN && !now.isBefore(openUntil)) {
            circuit = Circuit.HALF_OPEN;
        }
    }

    private void judge(boolean ok) {
        window.addLast(ok);
        if (window.size() > settings.window()) {
            window.removeFirst();
        }
    }

    private boolean tooManyFailures() {
        long failures = window.stream().filter(ok -> !ok).count();
        return window.size() >= settings.minimum() && failures >= settings.rate() * window.size();
    }

    private static long seconds(Instant from, Instant to) {
        return Math.max(1, (Duration.between(from, to).toMillis() + 999) / 1000);
    }

    private static String sentence(ProviderException failure) {
        return failure.kind() + ": " + failure.getMessage();
    }
}
