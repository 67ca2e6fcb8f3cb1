package dev.evergreen.blobs.internal;

import dev.evergreen.domain.storage.BlobKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the folder holds, in memory: read once at start, since one node owns the folder. Thread-safe. */
final class BlobIndex {
    /** A stored blob. */
    static final class Entry {
        private final BlobFile file;
        private boolean evictable;
        private Instant lastUsed;

        Entry(BlobFile file, boolean evictable, Instant lastUsed) {
            this.file = file;
            this.evictable = evictable;
            this.lastUsed = lastUsed;
        }

        BlobFile file() {
            return file;
        }
    }

    private final Map<String, Entry> entries = new HashMap<>();
    private long stored;
    private long evictable;

    /** Reads the names of all files; only those that may be evicted are asked for their time. */
    static BlobIndex scan(Path root) throws IOException {
        BlobIndex index = new BlobIndex();
        for (BlobKind kind : BlobKind.values()) {
            Path folder = BlobFile.folder(root, kind);
            if (Files.isDirectory(folder)) {
                index.scan(root, kind, folder);
            }
        }
        return index;
    }

    private void scan(Path root, BlobKind kind, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.find(folder, 2, (path, attributes) -> attributes.isRegularFile())) {
            files = found.toList();
        }
        Set<Path> all = new HashSet<>(files);
        for (Path path : files) {
            Optional<BlobFile> blob = BlobFile.parse(kind, path);
            if (blob.isPresent()) {
                boolean mayGo = all.contains(blob.get().evictableMark(root));
                Instant used = mayGo ? Files.getLastModifiedTime(path).toInstant() : Instant.EPOCH;
                add(new Entry(blob.get(), mayGo, used));
            }
        }
    }

    synchronized Optional<Entry> find(String digest) {
        return Optional.ofNullable(entries.get(digest));
    }

    synchronized void add(Entry entry) {
        Entry before = entries.put(entry.file.ref().digest(), entry);
        count(before, -1);
        count(entry, 1);
    }

    synchronized Optional<Entry> remove(String digest) {
        Entry removed = entries.remove(digest);
        count(removed, -1);
        return Optional.ofNullable(removed);
    }

    /** True when the blob could be evicted until now. */
    synchronized boolean keep(Entry entry) {
        if (!entry.evictable) {
            return false;
        }
        count(entry, -1);
        entry.evictable = false;
        count(entry, 1);
        return true;
    }

    /** True when the blob may be evicted and its last use was more than {@code stepSeconds} ago, so that it is worth noting. */
    synchronized boolean use(Entry entry, Instant now, long stepSeconds) {
        if (!entry.evictable) {
            return false;
        }
        boolean worthNoting = entry.lastUsed.plusSeconds(stepSeconds).isBefore(now);
        entry.lastUsed = now;
        return worthNoting;
    }

    /** What may be evicted and was not used since {@code before}, the least recently used first. */
    synchronized List<Entry> candidates(Instant before) {
        List<Entry> candidates = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (entry.evictable && entry.lastUsed.isBefore(before)) {
                candidates.add(entry);
            }
        }
        candidates.sort(Comparator.comparing(entry -> entry.lastUsed));
        return candidates;
    }

    synchronized long stored() {
        return stored;
    }

    synchronized long evictable() {
        return evictable;
    }

    private void count(@Nullable Entry entry, int sign) {
        if (entry != null) {
            long size = entry.file.ref().size();
            stored += sign * size;
            evictable += entry.evictable ? sign * size : 0;
        }
    }
}
