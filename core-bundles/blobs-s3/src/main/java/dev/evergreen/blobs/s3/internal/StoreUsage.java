package dev.evergreen.blobs.s3.internal;

import dev.evergreen.domain.storage.BlobUsage;
import java.util.List;

/**
 * How much lies in the buckets, from a listing of them and from what this node did since. What other nodes did meanwhile shows
 * after the next listing.
 */
final class StoreUsage {
    private final S3Objects objects;
    private final List<String> buckets;
    private boolean listed;
    private long kept;
    private long evictable;

    StoreUsage(S3Objects objects, List<String> buckets) {
        this.objects = objects;
        this.buckets = buckets;
    }

    /** Lists all buckets: a request for every thousand objects. */
    void list() {
        long[] sums = new long[2];
        for (String bucket : buckets) {
            objects.list(bucket, ObjectPlace.KEEP, object -> sums[0] += object.size());
            objects.list(bucket, ObjectPlace.EVICTABLE, object -> sums[1] += object.size());
        }
        synchronized (this) {
            kept = sums[0];
            evictable = sums[1];
            listed = true;
        }
    }

    synchronized void added(ObjectPlace place, long bytes) {
        if (place.isEvictable()) {
            evictable += bytes;
        } else {
            kept += bytes;
        }
    }

    void removed(ObjectPlace place, long bytes) {
        added(place, -bytes);
    }

    BlobUsage usage() {
        boolean known;
        synchronized (this) {
            known = listed;
        }
        if (!known) {
            list();
        }
        synchronized (this) {
            return new BlobUsage(kept + evictable, evictable, Long.MAX_VALUE, Long.MAX_VALUE);
        }
    }
}
