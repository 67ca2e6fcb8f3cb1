package dev.evergreen.domain.storage;

/**
 * How full a blob store is, all in bytes.
 *
 * @param stored what all blobs hold
 * @param evictable the part of {@code stored} that may be dropped to make room
 * @param quota the most that may be stored; {@link Long#MAX_VALUE} when unlimited
 * @param free what the device still takes; {@link Long#MAX_VALUE} when unknown, as in an object store
 */
public record BlobUsage(long stored, long evictable, long quota, long free) {}
