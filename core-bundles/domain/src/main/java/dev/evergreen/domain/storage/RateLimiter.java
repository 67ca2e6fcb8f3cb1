package dev.evergreen.domain.storage;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Holds rates over everything that asks under the same key, on all nodes where a server is shared. Thread-safe and never
 * blocking: who may go ahead later is told when, and waits by itself. Permits are booked in the order of asking, so nobody
 * who waits is overtaken, and a refusal books nothing.
 *
 * <p>The algorithm is the generic cell rate algorithm in its virtual scheduling form (ITU-T I.371, annex A): for each key the
 * theoretical arrival time of the next permit.
 */
@ProviderType
public interface RateLimiter {
    /** Books permits when they come within the asker's patience. */
    RateDecision acquire(RateRequest request);
}
