package dev.evergreen.domain.storage;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Holds how many may be at something at the same time, over everything that asks under the same key, on all nodes where a server
 * is shared. Thread-safe and never blocking: who finds no place stands in line and asks again, and nobody who stands in line is
 * overtaken. A place is leased: whoever dies inside is out when its lease ends, and who does not come back loses its place in line.
 */
@ProviderType
public interface ConcurrencyLimiter {
    /** Takes a place, or one in the line. Asking again with a place prolongs its lease; in line it keeps the position. */
    ConcurrencyDecision enter(ConcurrencyRequest request);

    /** Gives a place back, or the one in the line; harmless without any. */
    void leave(String key, String holder);
}
