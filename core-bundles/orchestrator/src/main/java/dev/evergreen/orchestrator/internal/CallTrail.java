package dev.evergreen.orchestrator.internal;

import dev.evergreen.orchestrator.Trail;
import dev.evergreen.spi.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes down what happens to one call. */
final class CallTrail {
    static final String SERVED = "served";
    static final String WAITED = "waited";

    private final List<Trail.Attempt> attempts = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private String requested = "";

    CallTrail() {}

    /** As much as has happened so far. */
    CallTrail(CallTrail other) {
        attempts.addAll(other.attempts);
        warnings.addAll(other.warnings);
        requested = other.requested;
    }

    /** The offer that ranked first; only the first word counts. */
    void requested(OfferKey key) {
        if (requested.isEmpty()) {
            requested = key.toString();
        }
    }

    /** Goes on as another trail has, which began as a copy of this one. */
    void takeOver(CallTrail other) {
        attempts.clear();
        attempts.addAll(other.attempts);
        warnings.clear();
        warnings.addAll(other.warnings);
    }

    void attempt(OfferKey key, String outcome, String message, Duration duration, Money charge) {
        attempts.add(new Trail.Attempt(key.toString(), outcome, message, duration, charge));
    }

    /** The call waited for its turn. */
    void waited(OfferKey key, Duration time, String limits) {
        attempts.add(new Trail.Attempt(
                key.toString(),
                WAITED,
                "waited " + Ranker.words(time) + " for its turn: " + limits,
                time,
                Money.free()));
    }

    void warn(List<String> said) {
        warnings.addAll(said);
    }

    boolean isEmpty() {
        return asked().isEmpty();
    }

    /** Who was asked and what came of it, for people. */
    String summary() {
        return asked().stream()
                .map(attempt -> attempt.offer() + " (" + attempt.outcome() + ": " + attempt.message() + ")")
                .collect(Collectors.joining("; "));
    }

    Trail served(OfferKey key, String standing) {
        List<Trail.Attempt> failed = asked().stream()
                .filter(attempt -> !attempt.outcome().equals(SERVED))
                .toList();
        String waits = attempts.stream()
                .filter(attempt ->
                        attempt.outcome().equals(WAITED) && attempt.offer().equals(key.toString()))
                .map(attempt -> "; " + attempt.message())
                .collect(Collectors.joining());
        String fallback = failed.isEmpty()
                ? ""
                : "; fell back after "
                        + failed.stream()
                                .map(attempt -> attempt.offer() + " " + attempt.outcome())
                                .distinct()
                                .collect(Collectors.joining(", "));
        return new Trail(requested, key.toString(), standing + waits + fallback, attempts, warnings);
    }

    private List<Trail.Attempt> asked() {
        return attempts.stream()
                .filter(attempt -> !attempt.outcome().equals(WAITED))
                .toList();
    }

    Trail unserved() {
        return new Trail(requested, "", "nobody served it", attempts, warnings);
    }

    static Trail similar(String servedBy, Trail.SimilarPrompt prompt) {
        return new Trail(
                servedBy,
                servedBy,
                "a similar prompt was served before (" + Math.round(prompt.alikeness() * 100) + " % alike: '"
                        + prompt.prompt() + "'); its result is used again",
                List.of(),
                List.of(),
                Optional.of(prompt));
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
