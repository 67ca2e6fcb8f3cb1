package dev.evergreen.orchestrator.internal;

import dev.evergreen.orchestrator.Trail;
import dev.evergreen.spi.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes down what happens to one call. */
final class CallTrail {
    static final String SERVED = "served";

    private final List<Trail.Attempt> attempts = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private String requested = "";

    /** The offer that ranked first; only the first word counts. */
    void requested(OfferKey key) {
        if (requested.isEmpty()) {
            requested = key.toString();
        }
    }

    void attempt(OfferKey key, String outcome, String message, Duration duration, Money charge) {
        attempts.add(new Trail.Attempt(key.toString(), outcome, message, duration, charge));
    }

    void warn(List<String> said) {
        warnings.addAll(said);
    }

    boolean isEmpty() {
        return attempts.isEmpty();
    }

    /** Who was asked and what came of it, for people. */
    String summary() {
        return attempts.stream()
                .map(attempt -> attempt.offer() + " (" + attempt.outcome() + ": " + attempt.message() + ")")
                .collect(Collectors.joining("; "));
    }

    Trail served(OfferKey key, String standing) {
        List<Trail.Attempt> failed = attempts.subList(0, attempts.size() - 1);
        String fallback = failed.isEmpty()
                ? ""
                : "; fell back after "
                        + failed.stream()
                                .map(attempt -> attempt.offer() + " " + attempt.outcome())
                                .distinct()
                                .collect(Collectors.joining(", "));
        return new Trail(requested, key.toString(), standing + fallback, attempts, warnings);
    }

    Trail unserved() {
        return new Trail(requested, "", "nobody served it", attempts, warnings);
    }

    static Trail cached(String servedBy) {
        return new Trail(
                servedBy,
                servedBy,
                "an equal request was served before; its result is used again",
                List.of(),
                List.of());
    }
}
