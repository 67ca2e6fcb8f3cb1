package dev.evergreen.domain.ledger;

import dev.evergreen.spi.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.UUID;

/**
 * What a project's film has cost so far, with every retake, in one currency.
 *
 * @param length of the newest film that the project has finished
 * @param spent everything that was charged for the project
 */
public record FilmSpend(UUID projectId, String title, Duration length, Money spent) {
    private static final BigDecimal MILLIS_PER_MINUTE = BigDecimal.valueOf(60_000);
    private static final int DECIMALS = 6;

    public FilmSpend {
        if (length.toMillis() <= 0) {
            throw new IllegalArgumentException("The film of project " + projectId + " has no length: " + length);
        }
    }

    /** Cost of a finished minute, rounded half up to the six decimal places that money has. */
    public Money perMinute() {
        BigDecimal amount = spent.amount()
                .multiply(MILLIS_PER_MINUTE)
                .divide(BigDecimal.valueOf(length.toMillis()), DECIMALS, RoundingMode.HALF_UP);
        return new Money(amount, spent.currency());
    }
}
