package dev.evergreen.domain.storage;

/**
 * How well a region of the cache serves.
 *
 * @param hits answers from the cache
 * @param misses questions it could not answer
 * @param evictions entries dropped for lack of room, not by expiry or invalidation
 */
public record CacheStatistics(long hits, long misses, long evictions) {
    /** Hits per question, 0 to 1; 1 before the first question. */
    public double hitRate() {
        long questions = hits + misses;
        return questions == 0 ? 1.0 : (double) hits / questions;
    }
}
