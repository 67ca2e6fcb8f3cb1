package dev.evergreen.effect;

import dev.evergreen.media.internal.av.Natives;
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
import dev.evergreen.spi.effect.TimeEffect;
import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.spi.export.VideoCodec;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.CameraKeyframe;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.Easing;
import dev.evergreen.spi.timeline.EffectUse;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualSource;
import dev.evergreen.spi.timeline.VisualTrack;
import dev.evergreen.tck.PluginProject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javax.imageio.ImageIO;

/** The engine with all effects of this family, before a picture of the project. */
final class EffectStage implements AutoCloseable {
    static final int LENGTH = 60;

    private static final String PICTURE = "sha256:" + "1".repeat(64);

    private final Plugins plugins = new Plugins(Duration.ofSeconds(60));
    private final Map<String, Object> effects = new TreeMap<>();
    private final DrawContext context;
    private final LayerScratch scratch = new LayerScratch();

    /**
     * @param folder for the picture
     */
    EffectStage(Path folder) throws Exception {
        Natives.load(Path.of(System.getProperty("user.home"), ".javacpp", "cache"));
        Path picture = folder.resolve("picture.png");
        // One tile of the sheet in the documentation, without its caption.
        ImageIO.write(
                ImageIO.read(new File("../../docs/images/tide-pools.jpg")).getSubimage(48, 502, 336, 189),
                "png",
                picture.toFile());
        new PluginProject(Path.of("")).plugins(Object.class).forEach(this::add);
        context =
                new DrawContext(digest -> picture, new StillStore(digest -> picture, 256 << 20), plugins, new Fonts());
    }

    private void add(String id, Object effect) {
        effects.put(id, effect);
        if (effect instanceof VideoEffect declarative) {
            plugins.add(VideoEffect.class, id, declarative, "1");
        } else if (effect instanceof FrameEffect computed) {
            plugins.add(FrameEffect.class, id, computed, "1");
        } else {
            plugins.add(TimeEffect.class, id, (TimeEffect) effect, "1");
        }
    }

    /** All effects by their ids. */
    Map<String, Object> effects() {
        return effects;
    }

    /** A clip of the picture with effects, over a track of one colour; the camera moves a little, so that time can be seen. */
    static TimelineSnapshot timeline(int width, int height, List<EffectUse> uses, boolean moving) {
        Transform transform = moving
                ? Transform.moving(
                        new CameraKeyframe(0, .5, .5, 1.02, 0, Easing.LINEAR),
                        new CameraKeyframe(LENGTH, .55, .5, 1.2, 0, Easing.LINEAR))
                : Transform.STILL;
        VisualTrack below = track("below", new SolidSource(Colour.of("#7a5c8e")), Transform.STILL, List.of());
        VisualTrack above = track("above", new MediaSource(PICTURE, "image/png"), transform, uses);
        Canvas canvas = new Canvas(width, height, FrameRate.FPS_30, Colour.BLACK);
        return new TimelineSnapshot(canvas, List.of(below, above), List.of(), List.of(), List.of());
    }

    private static VisualTrack track(String id, VisualSource source, Transform transform, List<EffectUse> uses) {
        return new VisualTrack(
                id, List.of(new VisualClip(id + "-clip", source, 0, LENGTH, 0, Ratio.ONE, transform, uses, null)));
    }

    /** Draws frames as the renderer does, piece by piece; each picture is valid during the call only. */
    void draw(TimelineSnapshot timeline, long from, long to, BiConsumer<Long, Picture> seen) throws Exception {
        VideoEncoding encoding = new VideoEncoding(VideoCodec.H264, 23, 0, 15, 2, Map.of());
        Canvas canvas = timeline.canvas();
        for (SegmentPlan plan : TimelineCompiler.compile(timeline, encoding)) {
            try (SegmentPainter painter = new SegmentPainter(plan, context, scratch);
                    Picture picture = new Picture(canvas.width(), canvas.height())) {
                for (int i = 0; i < plan.frames(); i++) {
                    long frame = plan.firstFrame() + i;
                    if (frame >= from && frame < to) {
                        painter.draw(i, picture);
                        seen.accept(frame, picture);
                    }
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        plugins.stop();
    }
}
