package dev.evergreen.orchestrator.internal;

import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.ProviderException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one offer fares on this node, fed by its attempts, by free probes, and by what vendors have told other nodes: latency, success, and a circuit that opens on the failure
 * rate of the latest attempts, lets one trial through after a while, and closes when it succeeds; then the offer gets a rising
 * share of the calls that others could serve as well. Thread-safe.
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
    private final Settings.Recovery recovery;
    private final Clock clock;
    private final Deque<Boolean> window = new ArrayDeque<>();
    private final Latency overall = new Latency();
    private final Map<RequestSize, Latency> bySize = new EnumMap<>(RequestSize.class);
    private Circuit circuit = Circuit.CLOSED;
    private Instant openUntil = Instant.MIN;
    private Instant coolUntil = Instant.MIN;
    private Instant recovering = Instant.MIN;
    private Instant asked;
    private Duration openFor;
    private String reason = "";
    private String probe = "";
    private boolean trial;
    private boolean accountTrouble;
    private long calls;
    private long probes;
    private long hedges;
    private double success = 1;

    OfferHealth(Settings.Breaker settings, Settings.Recovery recovery, Clock clock) {
        this.settings = settings;
        this.recovery = recovery;
        this.clock = clock;
        this.openFor = settings.open();
        this.asked = clock.instant();
    }

    /**
     * The state at one moment.
     *
     * @param obstacle why the offer should be left alone; {@code NONE} when it may be asked
     * @param trial whether a half-open circuit is being tried
     * @param until when the obstacle goes away by itself
     * @param reason the failure behind the obstacle
     * @param latencyMillis of requests of that size; NaN where none was measured
     * @param success 0 to 1
     * @param share of the calls that it gets while others can serve, 0 to 1
     */
    record Glance(
            Instant at,
            Candidate.Obstacle obstacle,
            boolean trial,
            Instant until,
            String reason,
            double latencyMillis,
            double success,
            double share) {
        /** The obstacle in words. */
        Optional<String> objection() {
            return switch (obstacle) {
                case COOLING -> Optional.of("cools down for " + seconds(at, until) + " s: " + reason);
                case CIRCUIT ->
                    Optional.of(
                            trial
                                    ? "its circuit is half open and a trial is under way: " + reason
                                    : "its circuit is open for " + seconds(at, until) + " s: " + reason);
                case NONE, UNFIT, UNPRICED -> Optional.empty();
            };
        }
    }

    synchronized Glance glance(Instant now, RequestSize size) {
        return glance(now, bySize.get(size));
    }

    private Glance glance(Instant now, @Nullable Latency latency) {
        double millis = latency == null ? Double.NaN : latency.mean();
        if (now.isBefore(coolUntil)) {
            return new Glance(now, Candidate.Obstacle.COOLING, false, coolUntil, reason, millis, success, share(now));
        }
        ripen(now);
        boolean tried = circuit == Circuit.HALF_OPEN && trial;
        Candidate.Obstacle obstacle =
                circuit == Circuit.OPEN || tried ? Candidate.Obstacle.CIRCUIT : Candidate.Obstacle.NONE;
        return new Glance(now, obstacle, tried, openUntil, reason, millis, success, share(now));
    }

    /** Why the offer should be left alone now; empty when it may be asked. */
    synchronized Optional<String> objection() {
        return glance(clock.instant(), overall).objection();
    }

    /** When it may be asked again by the vendor's own word; empty when at once. */
    synchronized Optional<Instant> coolingUntil() {
        return clock.instant().isBefore(coolUntil) ? Optional.of(coolUntil) : Optional.empty();
    }

    /** An attempt begins; the first one at a half-open circuit is its trial. */
    synchronized void begin() {
        Instant now = clock.instant();
        ripen(now);
        calls++;
        asked = now;
        trial = circuit == Circuit.HALF_OPEN;
    }

    /** An attempt succeeded of which nothing is known of how long it took. */
    synchronized void succeeded() {
        Instant now = clock.instant();
        success += NEWEST * (1 - success);
        if (circuit != Circuit.CLOSED) {
            circuit = Circuit.CLOSED;
            recovering = now;
            window.clear();
            openFor = settings.open();
            reason = "";
        }
        accountTrouble = false;
        trial = false;
        judge(true);
    }

    synchronized void succeeded(RequestSize size, Duration latency) {
        double millis = latency.toNanos() / 1e6;
        overall.add(millis);
        bySize.computeIfAbsent(size, first -> new Latency()).add(millis);
        succeeded();
    }

    /** Returns whether the account has trouble that nobody was told of yet. */
    synchronized boolean failed(ErrorTable.Health effect, ProviderException failure) {
        Instant now = clock.instant();
        boolean wasTrial = trial;
        trial = false;
        switch (effect) {
            case UNTOUCHED -> {}
            case OPENS -> {
                boolean news = !accountTrouble;
                accountTrouble = true;
                open(now, settings.account(), failure);
                return news;
            }
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
        return false;
    }

    /** What other nodes should know of the latest failure: when the vendor has said for how long nobody should ask. */
    synchronized Optional<Rest> rest(ErrorTable.Health effect, ProviderException failure) {
        Instant until = effect == ErrorTable.Health.OPENS ? openUntil : coolUntil;
        boolean said = switch (effect) {
            case UNTOUCHED -> false;
            case OPENS, COOLS_DOWN -> true;
            case COUNTS -> failure.retryAfter().isPresent();
        };
        Duration left = Duration.between(clock.instant(), until);
        return said && !left.isNegative()
                ? Optional.of(new Rest("", left, effect == ErrorTable.Health.OPENS, sentence(failure)))
                : Optional.empty();
    }

    /** The vendor has told another node to leave the offer alone. */
    synchronized void told(Rest rest) {
        Instant now = clock.instant();
        Instant until = now.plus(rest.time());
        String words = "node " + rest.node() + " was told to wait until " + until.truncatedTo(ChronoUnit.SECONDS) + ", "
                + rest.reason();
        if (!rest.account()) {
            if (until.isAfter(coolUntil)) {
                coolUntil = until;
                reason = words;
            }
        } else if (circuit != Circuit.OPEN || until.isAfter(openUntil)) {
            circuit = Circuit.OPEN;
            openUntil = until;
            accountTrouble = true;
            reason = words;
        }
    }

    /** An attempt ended without saying anything about the offer. */
    synchronized void ended() {
        trial = false;
    }

    /** Another offer was asked as well, because this one took long. */
    synchronized void hedged() {
        hedges++;
    }

    /** Whether a free probe would tell something: the circuit is open for the vendor's trouble, or nobody asked for long. */
    synchronized boolean wantsProbe(Duration idle) {
        if (accountTrouble) {
            // A probe says nothing of keys and quotas; a mended account comes back as a new service.
            return false;
        }
        return circuit == Circuit.OPEN || !asked.plus(idle).isAfter(clock.instant());
    }

    /**
     * A free probe has answered: a vendor that is there is tried at once instead of later, one that is not is left alone. Success
     * and latency are those of attempts only.
     */
    synchronized void probed(Health health) {
        Instant now = clock.instant();
        probes++;
        probe = health.state().name().toLowerCase(Locale.ROOT) + ", " + health.message();
        if (accountTrouble || trial) {
            return;
        }
        if (health.state() != Health.State.DOWN) {
            if (circuit == Circuit.OPEN) {
                openUntil = now;
            }
        } else if (circuit == Circuit.CLOSED || !openUntil.isAfter(now.plus(settings.open()))) {
            circuit = Circuit.OPEN;
            openUntil = now.plus(settings.open());
            reason = "its probe says: " + health.message();
        }
    }

    synchronized Circuit circuit() {
        ripen(clock.instant());
        return circuit;
    }

    synchronized long calls() {
        return calls;
    }

    synchronized long probes() {
        return probes;
    }

    synchronized long hedges() {
        return hedges;
    }

    synchronized double successRate() {
        return success;
    }

    /** Share of the calls that it gets while others can serve, 0 to 1. */
    synchronized double share() {
        return share(clock.instant());
    }

    synchronized Optional<Duration> latency() {
        return overall.average();
    }

    /** The moving average of each size of requests that was served. */
    synchronized Map<RequestSize, Duration> latencies() {
        Map<RequestSize, Duration> latencies = new EnumMap<>(RequestSize.class);
        bySize.forEach((size, latency) -> latency.average().ifPresent(mean -> latencies.put(size, mean)));
        return latencies;
    }

    /** What 95 % of the latest requests of that size took at most; empty while too few were served. */
    synchronized Optional<Duration> slow(RequestSize size) {
        Latency latency = bySize.get(size);
        return latency == null ? Optional.empty() : latency.slow();
    }

    /** The state in words. */
    synchronized String explanation() {
        String state = objection().orElse("ready");
        double share = share(clock.instant());
        if (share < 1) {
            state += "; recovers: it gets " + Math.round(share * 100) + " % of the calls that others can serve too";
        }
        String probed = probes == 0 ? "" : "; probed " + probes + " times for nothing, last: " + probe;
        if (calls == 0) {
            return state + "; not asked yet on this node" + probed;
        }
        long failures = window.stream().filter(ok -> !ok).count();
        return state + "; " + failures + " of the latest " + window.size() + " attempts failed"
                + latency()
                        .map(time -> ", about " + Ranker.words(time) + " each")
                        .orElse("")
                + probed;
    }

    private double share(Instant now) {
        if (circuit != Circuit.CLOSED || !now.isBefore(recovering.plus(recovery.time()))) {
            return 1;
        }
        double passed = (double) Duration.between(recovering, now).toNanos()
                / recovery.time().toNanos();
        return recovery.first() + (1 - recovery.first()) * passed;
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
