package dev.evergreen.blobs.s3.internal;

import dev.evergreen.domain.storage.BlobRef;

/**
 * Where an object lies: {@code keep/<64 digits>} or {@code evictable/<64 digits>} in a bucket, by the digest of its content.
 *
 * @param key of the object in the bucket
 */
record ObjectPlace(String bucket, String key) {
    static final String KEEP = "keep/";
    static final String EVICTABLE = "evictable/";
    static final String DAMAGED = "damaged/";

    private static final String ALGORITHM = "sha256:";

    /** @param prefix one of {@link #KEEP}, {@link #EVICTABLE} and {@link #DAMAGED} */
    static ObjectPlace of(String bucket, String prefix, String digest) {
        return new ObjectPlace(bucket, prefix + BlobRef.requireDigest(digest).substring(ALGORITHM.length()));
    }

    boolean isEvictable() {
        return key.startsWith(EVICTABLE);
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
