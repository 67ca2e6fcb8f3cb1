package dev.evergreen.media.internal.preview;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.AvException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.compile.TimelineCompiler;
import dev.evergreen.media.internal.draw.DrawContext;
import dev.evergreen.media.internal.draw.SegmentPainter;
import dev.evergreen.media.internal.picture.LayerScratch;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.VisualClip;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the pictures of the rest of a timeline once a preview has been shown, so that the next place that somebody looks at
 * shows at once. Works on one thread, one timeline at a time, and never while a preview plays. Thread-safe.
 */
final class ReadAhead implements AutoCloseable {
    private final VideoEncoding encoding;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "preview-ahead");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong round = new AtomicLong();
    private volatile @Nullable TimelineSnapshot ready;

    ReadAhead(VideoEncoding encoding) {
        this.encoding = encoding;
    }

    /** Goes through a timeline, first what follows a frame. Clips that cannot be drawn are left to whoever plays them. */
    void start(TimelineSnapshot timeline, long frame, DrawContext context) {
        if (!timeline.equals(ready)) {
            long mine = round.incrementAndGet();
            worker.execute(() -> read(timeline, frame, context, mine));
        }
    }

    /** Lets the clip in hand end, and no other begin. */
    void stop() {
        round.incrementAndGet();
    }

    private void read(TimelineSnapshot timeline, long from, DrawContext context, long mine) {
        Canvas canvas = timeline.canvas();
        List<Long> places = timeline.visualTracks().stream()
                .flatMap(track -> track.clips().stream())
                .filter(clip -> !(clip.source() instanceof MediaSource media && media.moving()))
                .map(VisualClip::startFrame)
                .distinct()
                .sorted(Comparator.<Long, Boolean>comparing(place -> place < from)
                        .thenComparing(place -> place))
                .toList();
        LayerScratch scratch = new LayerScratch();
        try (Picture target = new Picture(canvas.width(), canvas.height())) {
            for (long place : places) {
                if (round.get() != mine || context.stills().isFull()) {
                    return;
                }
                draw(timeline, place, context, scratch, target);
            }
            ready = timeline;
        }
    }

    private void draw(
            TimelineSnapshot timeline, long place, DrawContext context, LayerScratch scratch, Picture target) {
        try (SegmentPainter painter =
                new SegmentPainter(TimelineCompiler.part(timeline, encoding, place, place + 1), context, scratch)) {
            painter.draw(0, target);
        } catch (MediaException | AvException e) {
            // Whoever plays this place hears of it.
            return;
        }
    }

    @Override
    public void close() {
        stop();
        worker.shutdownNow();
    }
}
