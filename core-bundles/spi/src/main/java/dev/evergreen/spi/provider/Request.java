package dev.evergreen.spi.provider;

/**
 * What is asked of a capability: an immutable record whose value is also the exact-cache key.
 *
 * @param <R> the result it leads to
 */
public interface Request<R extends Result> {}
