package dev.evergreen.domain.storage;

import java.time.Duration;
import java.util.Objects;

/**
 * Asks for permits.
 *
 * @param key whose limit it is, for example {@code provider:acme:tokens}
 * @param permits how many, 1 or more; more than the limit's burst are granted when they have accrued
 * @param limit what holds for the key; every request of a key names the same one, a changed one holds from then on
 * @param patience how long the asker would wait, zero or more
 */
public record RateRequest(String key, long permits, RateLimit limit, Duration patience) {
    public RateRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(limit, "limit");
        if (permits < 1 || patience.isNegative()) {
            throw new IllegalArgumentException("Not a request for permits of " + key + ": " + permits
                    + " of them with a patience of " + patience + " (expected 1 or more, and zero or more)");
        }
    }
}
