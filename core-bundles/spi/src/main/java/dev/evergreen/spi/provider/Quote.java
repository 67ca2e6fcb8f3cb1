package dev.evergreen.spi.provider;

import dev.evergreen.spi.Money;
import java.time.Duration;

/** What a request would cost. */
public sealed interface Quote {
    /**
     * A price.
     *
     * @param expected what it will probably cost
     * @param ceiling what it can cost at most; reserved before the call
     * @param duration how long it will probably take
     */
    record Known(Money expected, Money ceiling, Duration duration) implements Quote {
        public Known {
            if (ceiling.compareTo(expected) < 0) {
                throw new IllegalArgumentException("ceiling " + ceiling + " is below the expected price " + expected);
            }
        }
    }

    /** No price is known; a person is asked. Never treated as zero. */
    record Unknown(String reason) implements Quote {}

    static Quote free(Duration duration) {
        return new Known(Money.free(), Money.free(), duration);
    }
}
