package dev.evergreen.blobs.s3.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Objects that were seen within the last minute, so that a page of assets is not a hundred questions to the store. Thread-safe. */
final class KnownObjects {
    /** How long a deletion by another node may go unnoticed. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final int MOST = 50_000;

    private record Seen(StoredObject object, long atNanos) {}

    private final Map<String, Seen> objects = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<StoredObject> find(String digest) {
        Seen seen = objects.get(digest);
        if (seen == null || System.nanoTime() - seen.atNanos() > FRESH.toNanos()) {
            return Optional.empty();
        }
        return Optional.of(seen.object());
    }

    synchronized void remember(StoredObject object) {
        objects.put(object.ref().digest(), new Seen(object, System.nanoTime()));
    }

    synchronized void forget(String digest) {
        objects.remove(digest);
    }
}
