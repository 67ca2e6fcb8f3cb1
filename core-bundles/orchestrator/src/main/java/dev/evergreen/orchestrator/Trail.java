package dev.evergreen.orchestrator;

import dev.evergreen.spi.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What happened to a call, for people.
 *
 * @param requested the offer that ranked first
 * @param served the offer that answered; empty when none did
 * @param why why that one, in words
 * @param attempts in order
 * @param warnings what providers said
 * @param similar the prompt whose kept result answered; empty when it was the request's own
 */
public record Trail(
        String requested,
        String served,
        String why,
        List<Attempt> attempts,
        List<String> warnings,
        Optional<SimilarPrompt> similar) {
    /** Of a request that was answered for itself. */
    public Trail(String requested, String served, String why, List<Attempt> attempts, List<String> warnings) {
        this(requested, served, why, attempts, warnings, Optional.empty());
    }

    public Trail {
        attempts = List.copyOf(attempts);
        warnings = List.copyOf(warnings);
    }

    /**
     * @param prompt as it was asked
     * @param alikeness 0 to 1, by the trigrams of all that was to be seen
     */
    public record SimilarPrompt(String prompt, double alikeness) {}

    /**
     * @param offer {@code plugin/account/offer}
     * @param outcome {@code served}, {@code waited} (for the turn at the account), {@code outrun} (another offer was asked as well
     *     and answered first), or the error kind
     * @param message the error, or what was waited for, in one sentence; empty when served
     * @param duration how long it took
     * @param charge what it cost
     */
    public record Attempt(String offer, String outcome, String message, Duration duration, Money charge) {}
}
