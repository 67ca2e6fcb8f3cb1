package dev.evergreen.media.internal.preview;

import dev.evergreen.media.BlobReader;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.Preview;
import dev.evergreen.media.PreviewRequest;
import dev.evergreen.media.internal.av.AvException;
import dev.evergreen.media.internal.av.FragmentMuxer;
import dev.evergreen.media.internal.av.Packet;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.av.SoundEncoder;
import dev.evergreen.media.internal.av.VideoEncoder;
import dev.evergreen.media.internal.compile.SegmentPlan;
import dev.evergreen.media.internal.compile.TimelineCompiler;
import dev.evergreen.media.internal.draw.DrawContext;
import dev.evergreen.media.internal.draw.SegmentPainter;
import dev.evergreen.media.internal.draw.StillStore;
import dev.evergreen.media.internal.picture.LayerScratch;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.media.internal.render.Stop;
import dev.evergreen.media.internal.sound.Crossing;
import dev.evergreen.media.internal.sound.LiveSound;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.export.AudioCodec;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Draws and encodes on the caller's thread; sound is mixed meanwhile on another. */
public final class LivePreview implements Preview {
    /** Pictures of the first fragment: enough to start, soon there. */
    private static final int FIRST = 3;

    private static final int FURTHER = 15;

    private static final VideoEncoding PICTURES =
            new VideoEncoding(VideoCodec.H264, 25, 0, 60, 0, Map.of("preset", "ultrafast", "tune", "zerolatency"));
    private static final AudioEncoding SOUND = new AudioEncoding(AudioCodec.AAC, 128_000, -14, -1);

    private final Plugins plugins;
    private final Fonts fonts;
    private final long stillRoom;
    private @Nullable StillStore stills;
    private @Nullable BlobReader files;
    private final ReadAhead ahead = new ReadAhead(PICTURES);
    private final ExecutorService mixing = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "preview-sound");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param stillRoom bytes that previews' decoded pictures may take
     */
    public LivePreview(Plugins plugins, Fonts fonts, long stillRoom) {
        this.plugins = plugins;
        this.fonts = fonts;
        this.stillRoom = stillRoom;
    }

    public void close() {
        ahead.close();
        mixing.shutdownNow();
    }

    @Override
    public void play(PreviewRequest request, BlobReader blobs, OutputStream target) throws MediaException, IOException {
        ahead.stop();
        TimelineSnapshot timeline = small(request.timeline(), request.shorterSide());
        Canvas canvas = timeline.canvas();
        long end = Math.min(timeline.durationFrames(), request.firstFrame() + request.frames());
        SegmentPlan part = TimelineCompiler.part(timeline, PICTURES, request.firstFrame(), end);
        DrawContext context = new DrawContext(blobs, stills(blobs), plugins, fonts);
        Stop stop = new Stop(() -> false);
        List<Packet> heard = new ArrayList<>();
        try (SoundEncoder encoder = new SoundEncoder(SOUND, heard::add)) {
            LiveSound sound = sound(timeline, request.firstFrame(), end, blobs, stop);
            Future<List<Packet>> mixed = mixing.submit(() -> {
                sound.encode(encoder);
                // What the encoder puts before the first sample would have to be played before the pictures.
                return heard.stream().filter(packet -> packet.pts() >= 0).toList();
            });
            try {
                show(part, context, encoder.header(), mixed, canvas, target);
            } finally {
                stop.now();
                awaitEnd(mixed);
            }
            ahead.start(timeline, request.firstFrame(), context);
        } catch (AvException e) {
            throw new MediaException(
                    MediaException.Kind.ENGINE,
                    "The preview from frame " + request.firstFrame() + " failed: " + e.getMessage(),
                    e);
        }
    }

    /** Decoded pictures stay for the next preview from the same files: people look at the same place again and again. */
    private synchronized StillStore stills(BlobReader blobs) {
        StillStore store = stills;
        if (store == null || files != blobs) {
            store = new StillStore(blobs, stillRoom);
            stills = store;
            files = blobs;
        }
        return store;
    }

    private LiveSound sound(TimelineSnapshot timeline, long from, long to, BlobReader blobs, Stop stop) {
        List<AudioClip> clips = timeline.audioTracks().stream()
                .flatMap(track -> track.clips().stream())
                .toList();
        long first = timeline.canvas().frameRate().sampleAt(from);
        long samples = timeline.canvas().frameRate().sampleAt(to) - first;
        return new LiveSound(
                clips, Crossing.of(timeline), timeline.canvas().frameRate(), first, samples, blobs, plugins, stop);
    }

    private static void show(
            SegmentPlan part,
            DrawContext context,
            byte[] soundHeader,
            Future<List<Packet>> mixed,
            Canvas canvas,
            OutputStream target)
            throws MediaException, IOException {
        Deque<Packet> seen = new ArrayDeque<>();
        try (SegmentPainter painter = new SegmentPainter(part, context, new LayerScratch());
                Picture picture = new Picture(canvas.width(), canvas.height());
                VideoEncoder encoder = new VideoEncoder(canvas, part.encoding(), seen::add);
                FragmentMuxer muxer =
                        new FragmentMuxer(target, canvas, PICTURES, SOUND, encoder.header(), soundHeader)) {
            Deque<Packet> heard = new ArrayDeque<>();
            boolean sounding = false;
            int next = FIRST;
            for (int frame = 0; frame < part.frames(); frame++) {
                painter.draw(frame, picture);
                encoder.send(picture, frame);
                if (!sounding && mixed.isDone()) {
                    heard.addAll(result(mixed));
                    sounding = true;
                }
                if (frame + 1 == next) {
                    send(muxer, seen, heard, canvas.frameRate().sampleAt(frame + 1));
                    next += FURTHER;
                }
            }
            encoder.finish();
            if (!sounding) {
                heard.addAll(result(mixed));
            }
            send(muxer, seen, heard, Long.MAX_VALUE);
            muxer.finish();
        }
    }

    private static void send(FragmentMuxer muxer, Deque<Packet> seen, Deque<Packet> heard, long until)
            throws IOException {
        for (Packet packet : seen) {
            muxer.video(packet);
        }
        seen.clear();
        while (!heard.isEmpty() && heard.getFirst().pts() < until) {
            muxer.sound(heard.removeFirst());
        }
        muxer.fragment();
    }

    private static List<Packet> result(Future<List<Packet>> mixed) throws MediaException {
        try {
            return mixed.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MediaException failure) {
                throw failure;
            }
            throw new MediaException(
                    MediaException.Kind.ENGINE, "The preview's sound failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MediaException(MediaException.Kind.CANCELLED, "The preview was interrupted", e);
        }
    }

    /** Native memory is let go only when nobody uses it any more. */
    private static void awaitEnd(Future<List<Packet>> mixed) {
        try {
            mixed.get();
        } catch (ExecutionException e) {
            // Whoever plays has heard of it, or does not listen any more.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static TimelineSnapshot small(TimelineSnapshot timeline, int shorterSide) {
        Canvas canvas = timeline.canvas();
        double scale = Math.min(1, (double) shorterSide / Math.min(canvas.width(), canvas.height()));
        Canvas small = new Canvas(
                even(canvas.width() * scale), even(canvas.height() * scale), canvas.frameRate(), canvas.background());
        return new TimelineSnapshot(
                small,
                timeline.visualTracks(),
                timeline.captionTracks(),
                timeline.audioTracks(),
                timeline.captionStyles());
    }

    private static int even(double length) {
        return Math.max(16, (int) Math.round(length / 2) * 2);
    }
}
