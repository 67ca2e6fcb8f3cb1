package dev.evergreen.domain.storage;

import java.time.Duration;
import java.util.Objects;

/**
 * Asks for one place.
 *
 * @param key whose places they are, for example {@code provider:acme/main}
 * @param holder who asks; the same name has one place only
 * @param places how many may be inside at the same time, 1 or more; every request of a key names the same number, a changed one
 *     holds from then on and throws nobody out
 * @param lease how long a place is kept without being asked for again, more than zero
 * @param patience how long a place in the line is kept without being asked for again; zero for not standing in line
 */
public record ConcurrencyRequest(String key, String holder, int places, Duration lease, Duration patience) {
    public ConcurrencyRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(holder, "holder");
        if (places < 1 || lease.isNegative() || lease.isZero() || patience.isNegative()) {
            throw new IllegalArgumentException("Not a request for a place of " + key + ": " + places
                    + " places, a lease of " + lease + " and a patience of " + patience
                    + " (expected 1 or more, more than zero, and zero or more)");
        }
    }

    /** The same for the part of the places that one of several equal users may take; at least one place. */
    public ConcurrencyRequest share(int users) {
        return new ConcurrencyRequest(key, holder, Math.max(1, places / users), lease, patience);
    }
}
