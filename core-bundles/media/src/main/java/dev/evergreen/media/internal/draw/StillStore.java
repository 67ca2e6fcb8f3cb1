package dev.evergreen.media.internal.draw;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.MediaException;
import dev.evergreen.spi.timeline.PictureLayer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The pictures of one film that are in use now or were lately; each is made once, however many threads ask. */
public final class StillStore {
    private final StillLoader loader;
    private final long room;
    private final Map<Key, FutureTask<PreparedStill>> stills = new LinkedHashMap<>(16, 0.75f, true);

    private record Key(List<PictureLayer> layers, List<?> camera, long frames, Region region, boolean cover) {}

    /**
     * @param room bytes that pictures may take before those not used lately are let go
     */
    public StillStore(BlobReader blobs, long room) {
        loader = new StillLoader(blobs);
        this.room = room;
    }

    PreparedStill get(
            List<PictureLayer> layers,
            List<dev.evergreen.spi.timeline.CameraKeyframe> keys,
            long frames,
            Region region,
            boolean cover)
            throws MediaException {
        Key key = new Key(layers, keys, frames, region, cover);
        FutureTask<PreparedStill> task;
        boolean mine = false;
        synchronized (this) {
            task = stills.get(key);
            if (task == null) {
                evict();
                task = new FutureTask<>(() -> loader.load(layers, new Camera(keys), frames, region, cover));
                stills.put(key, task);
                mine = true;
            }
        }
        if (mine) {
            task.run();
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MediaException failure) {
                throw failure;
            }
            throw new MediaException(
                    MediaException.Kind.ENGINE, "A picture cannot be prepared: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MediaException(MediaException.Kind.CANCELLED, "Rendering was interrupted", e);
        }
    }

    /** Whether one more picture would push out another. */
    public synchronized boolean isFull() {
        return size() > room;
    }

    private long size() {
        long size = 0;
        for (FutureTask<PreparedStill> task : stills.values()) {
            size += size(task);
        }
        return size;
    }

    private void evict() {
        long size = size();
        for (Iterator<FutureTask<PreparedStill>> i = stills.values().iterator(); i.hasNext() && size > room; ) {
            FutureTask<PreparedStill> oldest = i.next();
            if (oldest.isDone()) {
                size -= size(oldest);
                i.remove();
            }
        }
    }

    private static long size(FutureTask<PreparedStill> task) {
        if (!task.isDone()) {
            return 0;
        }
        try {
            return task.get().size();
        } catch (ExecutionException e) {
            return 0; // whoever asked for it has heard of the failure
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
