package dev.evergreen.bench;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.compile.SegmentPlan;
import dev.evergreen.media.internal.compile.TimelineCompiler;
import dev.evergreen.media.internal.draw.DrawContext;
import dev.evergreen.media.internal.draw.SegmentPainter;
import dev.evergreen.media.internal.draw.StillStore;
import dev.evergreen.media.internal.picture.LayerScratch;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.TimeEffect;
import dev.evergreen.spi.effect.Transition;
import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.EffectUse;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualSource;
import dev.evergreen.spi.timeline.VisualTrack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws one effect or one transition over and over, as the renderer does: segment by segment, through the renderer's own painter, with
 * sessions opened and closed for each segment.
 */
final class Stage implements AutoCloseable {
    /** No plugin: what the picture itself takes. */
    static final String PICTURE = "picture";
    /** One colour alone, and over it effects of the bench that do nothing, and that only copy. */
    static final String SOLID = "bench.solid";

    static final String NOTHING = "bench.nothing";

    static final String COPY = "bench.copy";

    static final int WIDTH = 1920;
    static final int HEIGHT = 1080;
    static final int FPS = 30;

    private static final int SCENE = 60;
    private static final int WAY = 30;
    private static final long ROOM = 256L << 20;

    private final Plugins plugins = new Plugins(Duration.ofMinutes(1));
    private final DrawContext context;
    private final LayerScratch scratch = new LayerScratch();
    private final Picture picture = new Picture(WIDTH, HEIGHT);
    private final SegmentPlan plan;
    private final int first;
    private final int end;
    private SegmentPainter painter;
    private int next;

    /**
     * @param media where the bench keeps its pictures
     * @param work ids of effects, joined by +, that a clip has one after the other; or the id of one transition
     */
    Stage(Path media, Map<String, Installed> installed, String work) throws IOException, MediaException {
        installed.values().forEach(this::add);
        plugins.add(FrameEffect.class, NOTHING, (request, in) -> (window, position, target) -> {}, "1");
        plugins.add(FrameEffect.class, COPY, (request, in) -> Stage::copy, "1");
        List<Path> stills = List.of(
                Stills.make(media.resolve("wide-0.jpg"), 0, 2880, 1620),
                Stills.make(media.resolve("wide-1.jpg"), 1, 2880, 1620));
        context = new DrawContext(
                digest -> stills.get(digest.charAt(digest.length() - 1) - '0'),
                new StillStore(digest -> stills.get(digest.charAt(digest.length() - 1) - '0'), ROOM),
                plugins,
                new Fonts());
        boolean transition = plugins.frameTransition(work) != null || plugins.transition(work) != null;
        VideoEncoding encoding = new VideoEncoding(VideoCodec.H264, 23, 0, SCENE, 2, Map.of());
        List<SegmentPlan> plans = TimelineCompiler.compile(transition ? crossing(work) : clip(work), encoding);
        plan = plans.get(transition ? 1 : 0);
        first = 0;
        end = transition ? WAY : plan.frames();
        painter = new SegmentPainter(plan, context, scratch);
    }

    private void add(Installed plugin) {
        Object service = plugin.service();
        if (service instanceof FrameEffect effect) {
            plugins.add(FrameEffect.class, plugin.id(), effect, "1");
        } else if (service instanceof VideoEffect effect) {
            plugins.add(VideoEffect.class, plugin.id(), effect, "1");
        } else if (service instanceof TimeEffect effect) {
            plugins.add(TimeEffect.class, plugin.id(), effect, "1");
        } else if (service instanceof FrameTransition transition) {
            plugins.add(FrameTransition.class, plugin.id(), transition, "1");
        } else if (service instanceof Transition transition) {
            plugins.add(Transition.class, plugin.id(), transition, "1");
        }
    }

    private static void copy(List<VideoFrame> window, int position, VideoFrame target) {
        for (int i = 0; i < 3; i++) {
            var from = window.get(position).plane(i).data();
            target.plane(i).data().put(0, from, 0, from.capacity());
        }
    }

    private static TimelineSnapshot clip(String work) {
        List<EffectUse> uses = work.equals(PICTURE) || work.equals(SOLID)
                ? List.of()
                : Stream.of(work.split("\\+"))
                        .map(id -> EffectUse.of(id, Map.of()))
                        .toList();
        VisualSource solid = new SolidSource(Colour.of("#7a5c8e"));
        return timeline(List.of(clip(0, work.startsWith("bench.") ? solid : picture(0), uses, null)));
    }

    private static TimelineSnapshot crossing(String work) {
        return timeline(List.of(
                clip(0, picture(0), List.of(), new TransitionUse(work, WAY, Map.of())),
                clip(1, picture(1), List.of(), null)));
    }

    private static VisualSource picture(int number) {
        return new MediaSource("sha256:" + "0".repeat(63) + number, "image/jpeg");
    }

    private static VisualClip clip(int number, VisualSource source, List<EffectUse> uses, @Nullable TransitionUse way) {
        return new VisualClip(
                "clip-" + number, source, (long) number * SCENE, SCENE, 0, Ratio.ONE, Transform.STILL, uses, way);
    }

    private static TimelineSnapshot timeline(List<VisualClip> clips) {
        return new TimelineSnapshot(
                new Canvas(WIDTH, HEIGHT, new FrameRate(FPS, 1), Colour.BLACK),
                List.of(new VisualTrack("pictures", clips)),
                List.of(),
                List.of(),
                List.of());
    }

    /** Draws the next frame. */
    Picture draw() throws MediaException {
        if (next == end) {
            painter.close();
            painter = new SegmentPainter(plan, context, scratch);
            next = first;
        }
        painter.draw(next, picture);
        next++;
        return picture;
    }

    @Override
    public void close() {
        painter.close();
        picture.close();
        plugins.stop();
    }
}
