package dev.evergreen.orchestrator;

import dev.evergreen.spi.Money;
import java.time.Duration;
import java.util.List;

/**
 * What happened to a call, for people.
 *
 * @param requested the offer that ranked first
 * @param served the offer that answered; empty when none did
 * @param why why that one, in words
 * @param attempts in order
 * @param warnings what providers said
 */
public record Trail(String requested, String served, String why, List<Attempt> attempts, List<String> warnings) {
    public Trail {
        attempts = List.copyOf(attempts);
        warnings = List.copyOf(warnings);
    }

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
