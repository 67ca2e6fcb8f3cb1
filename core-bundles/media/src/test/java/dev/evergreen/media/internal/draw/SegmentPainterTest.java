package dev.evergreen.media.internal.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.compile.SegmentPlan;
import dev.evergreen.media.internal.compile.TimelineCompiler;
import dev.evergreen.media.internal.picture.LayerScratch;
import dev.evergreen.media.internal.render.TestEngine;
import dev.evergreen.media.internal.render.TestMedia;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterLink;
import dev.evergreen.spi.effect.FilterNode;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Temporal;
import dev.evergreen.spi.effect.Transition;
import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.timeline.CameraKeyframe;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.Curve;
import dev.evergreen.spi.timeline.Easing;
import dev.evergreen.spi.timeline.EffectUse;
import dev.evergreen.spi.timeline.Fit;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.Keyframe;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.Placement;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualSource;
import dev.evergreen.spi.timeline.VisualTrack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames before they are encoded. */
class SegmentPainterTest {
    private static final Canvas CANVAS = new Canvas(160, 90, FrameRate.FPS_30, Colour.BLACK);
    private static final Fonts FONTS = new Fonts();

    @TempDir
    Path folder;

    private TestEngine engine;

    @BeforeEach
    void start() throws Exception {
        engine = new TestEngine(folder, 1);
        engine.plugins.add(VideoEffect.class, "test.eq", new Brightness(), "1");
        engine.plugins.add(VideoEffect.class, "test.tmix", new Trail(), "1");
        engine.plugins.add(FrameEffect.class, "test.next", new Next(), "1");
        engine.plugins.add(
                FrameEffect.class,
                "test.throws",
                (request, in) -> (window, position, target) -> {
                    throw new IllegalStateException("out of paint");
                },
                "1");
        engine.plugins.add(Transition.class, "test.xfade", new Fade(), "1");
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void anAnimatedDeclarativeEffectFollowsItsCurve() throws Exception {
        Curve curve = new Curve(List.of(new Keyframe(0, -0.4, Easing.LINEAR), new Keyframe(20, 0.4, Easing.LINEAR)));
        EffectUse use = new EffectUse("test.eq", Map.of(), Map.of("brightness", curve));
        List<byte[]> frames = frames(timeline(clip(grey(), List.of(use), 40)), 0, 40);
        double first = mean(frames.get(0));
        double middle = mean(frames.get(10));
        double last = mean(frames.get(30));
        assertTrue(first < 60 && middle > 100 && middle < 150 && last > 190, first + " " + middle + " " + last);
    }

    @Test
    void piecesAreWhatTheWholeIs() throws Exception {
        MediaSource picture = picture();
        Transform moving = Transform.moving(
                new CameraKeyframe(0, .5, .5, 1, 0, Easing.EASE_IN_OUT),
                new CameraKeyframe(60, .4, .5, 1.3, 0, Easing.LINEAR));
        for (String effect : List.of("test.eq", "test.tmix", "test.next")) {
            VisualClip clip = new VisualClip(
                    "a", picture, 0, 60, 0, Ratio.ONE, moving, List.of(EffectUse.of(effect, Map.of())), null);
            List<byte[]> whole = frames(timeline(clip), 0, 60);
            List<byte[]> piece = frames(timeline(clip), 23, 60);
            for (int i = 23; i < 60; i++) {
                assertArrayEquals(whole.get(i), piece.get(i - 23), effect + " differs at frame " + i);
            }
        }
    }

    @Test
    void effectsSeeTheirSurroundings() throws Exception {
        Transform moving = Transform.moving(
                new CameraKeyframe(0, .5, .5, 1, 0, Easing.LINEAR),
                new CameraKeyframe(60, .4, .5, 1.5, 0, Easing.LINEAR));
        VisualClip plain = new VisualClip("a", picture(), 0, 40, 0, Ratio.ONE, moving, List.of(), null);
        VisualClip shifted = new VisualClip(
                "a", picture(), 0, 40, 0, Ratio.ONE, moving, List.of(EffectUse.of("test.next", Map.of())), null);
        List<byte[]> frames = frames(timeline(plain), 0, 40);
        List<byte[]> next = frames(timeline(shifted), 0, 40);
        assertArrayEquals(frames.get(11), next.get(10));
        assertArrayEquals(frames.get(39), next.get(39));
    }

    @Test
    void aDeclarativeTransitionMixesBothSides() throws Exception {
        VisualClip black = TestMedia.clip(
                "a",
                new SolidSource(Colour.BLACK),
                0,
                30,
                Transform.STILL,
                new TransitionUse("test.xfade", 12, Map.of()));
        VisualClip white = TestMedia.clip("b", new SolidSource(Colour.WHITE), 30, 30, Transform.STILL, null);
        List<byte[]> frames = frames(timeline(black, white), 0, 60);
        assertEquals(16, mean(frames.get(29)), 1);
        double before = mean(frames.get(29));
        for (int i = 30; i < 42; i++) {
            assertTrue(mean(frames.get(i)) >= before - 0.5, "The fade goes back at frame " + i);
            before = mean(frames.get(i));
        }
        assertTrue(mean(frames.get(36)) > 80 && mean(frames.get(36)) < 170);
        assertEquals(235, mean(frames.get(42)), 1);
    }

    @Test
    void aPluginThatThrowsIsNamed() {
        VisualClip clip = clip(grey(), List.of(EffectUse.of("test.throws", Map.of())), 10);
        MediaException failed = assertThrows(MediaException.class, () -> frames(timeline(clip), 0, 5));
        assertEquals(MediaException.Kind.PLUGIN_FAILED, failed.kind());
        assertTrue(failed.getMessage().contains("test.throws")
                && failed.getMessage().contains("out of paint"));
    }

    @Test
    void movingPicturesPlayAtTheirTime() throws Exception {
        Path video = TestMedia.counting(folder, 60, 10);
        MediaSource source = new MediaSource(engine.blob(video), "video/mp4");
        VisualClip fromTen = new VisualClip("a", source, 0, 80, 10, Ratio.ONE, Transform.STILL, List.of(), null);
        List<byte[]> frames = frames(timeline(fromTen), 0, 80);
        assertEquals(16 + 3 * 10, mean(frames.get(0)), 1);
        assertEquals(16 + 3 * 35, mean(frames.get(25)), 1);
        assertEquals(16 + 3 * 59, mean(frames.get(70)), 1.5);
        assertEquals(16 + 3 * 43, mean(frames(timeline(fromTen), 33, 40).get(0)), 1);
        VisualClip fast = new VisualClip("a", source, 0, 20, 0, new Ratio(2, 1), Transform.STILL, List.of(), null);
        assertEquals(16 + 3 * 30, mean(frames(timeline(fast), 0, 20).get(15)), 1);
    }

    @Test
    void placementsAndOpacityLieOverTheLowestTrack() throws Exception {
        Transform corner = new Transform(Fit.COVER, new Placement(0.5, 0, 0.5, 0.5, 0.5), List.of());
        VisualClip below = TestMedia.clip("a", new SolidSource(Colour.BLACK), 0, 30, Transform.STILL, null);
        VisualClip above = TestMedia.clip("b", new SolidSource(Colour.WHITE), 0, 30, corner, null);
        TimelineSnapshot timeline = new TimelineSnapshot(
                CANVAS,
                List.of(new VisualTrack("v", List.of(below)), new VisualTrack("w", List.of(above))),
                List.of(),
                List.of(),
                List.of());
        byte[] frame = frames(timeline, 0, 1).get(0);
        assertEquals(16, frame[60 * 160 + 120] & 255);
        assertEquals(16, frame[20 * 160 + 40] & 255);
        assertEquals(125, frame[20 * 160 + 120] & 255, 3);
    }

    @Test
    void allOfAPictureIsSeenWhenItIsFitted() throws Exception {
        MediaSource tall = new MediaSource(engine.blob(TestMedia.picture(folder, 9, 100, 300)), "image/png");
        Transform fitted = new Transform(Fit.CONTAIN, Placement.FULL, List.of());
        byte[] frame = frames(timeline(TestMedia.clip("a", tall, 0, 10, fitted, null)), 0, 1)
                .get(0);
        assertEquals(16, frame[45 * 160 + 4] & 255);
        assertEquals(16, frame[45 * 160 + 155] & 255);
        assertFalse((frame[45 * 160 + 80] & 255) == 16 && (frame[20 * 160 + 80] & 255) == 16);
    }

    @Test
    void nothingNativeIsLeftBehind() throws Exception {
        VisualClip good = clip(picture(), List.of(EffectUse.of("test.eq", Map.of())), 5);
        VisualClip bad =
                clip(picture(), List.of(EffectUse.of("test.eq", Map.of()), EffectUse.of("test.throws", Map.of())), 5);
        for (int i = 0; i < 60; i++) {
            both(good, bad);
        }
        long before = resident();
        for (int i = 0; i < 240; i++) {
            both(good, bad);
        }
        long grown = resident() - before;
        // One picture a round would be about 10 MB, one filter graph or decoder much more.
        assertTrue(grown < 8_000, "The process has grown by " + grown + " kB");
    }

    private void both(VisualClip good, VisualClip bad) throws Exception {
        frames(timeline(good), 0, 5);
        assertThrows(MediaException.class, () -> frames(timeline(bad), 0, 5));
    }

    /** Kilobytes of memory outside the Java heap, which lies at low addresses because its references are compressed. */
    private static long resident() throws Exception {
        long sum = 0;
        boolean outside = false;
        for (String line : Files.readAllLines(Path.of("/proc/self/smaps"))) {
            if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
                outside = Long.parseUnsignedLong(line.substring(0, line.indexOf('-')), 16) > 1L << 37;
            } else if (outside && line.startsWith("Rss:")) {
                sum += Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return sum;
    }

    private VisualSource grey() {
        return new SolidSource(new Colour(128, 128, 128, 255));
    }

    private MediaSource picture() throws Exception {
        return new MediaSource(engine.blob(TestMedia.picture(folder, 7, 200, 120)), "image/png");
    }

    private static VisualClip clip(VisualSource source, List<EffectUse> effects, long frames) {
        return new VisualClip("a", source, 0, frames, 0, Ratio.ONE, Transform.STILL, effects, null);
    }

    private static TimelineSnapshot timeline(VisualClip... clips) {
        return new TimelineSnapshot(
                CANVAS, List.of(new VisualTrack("v", List.of(clips))), List.of(), List.of(), List.of());
    }

    /** The luma planes of frames {@code from} to before {@code to}, each segment drawn from the first wanted frame on. */
    private List<byte[]> frames(TimelineSnapshot timeline, int from, int to) throws Exception {
        List<byte[]> frames = new ArrayList<>();
        DrawContext context = new DrawContext(engine, new StillStore(engine, 64 << 20), engine.plugins, FONTS);
        for (SegmentPlan plan :
                TimelineCompiler.compile(timeline, TestEngine.mp4("ultrafast").video())) {
            try (SegmentPainter painter = new SegmentPainter(plan, context, new LayerScratch());
                    Picture picture = new Picture(CANVAS.width(), CANVAS.height())) {
                for (int i = 0; i < plan.frames(); i++) {
                    long frame = plan.firstFrame() + i;
                    if (frame >= from && frame < to) {
                        painter.draw(i, picture);
                        frames.add(luma(picture));
                    }
                }
            }
        }
        return frames;
    }

    private static byte[] luma(Picture picture) {
        byte[] luma = new byte[picture.width() * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            picture.plane(0).data().get(y * picture.plane(0).stride(), luma, y * picture.width(), picture.width());
        }
        return luma;
    }

    private static double mean(byte[] luma) {
        double sum = 0;
        for (byte value : luma) {
            sum += value & 255;
        }
        return sum / luma.length;
    }

    private static final class Brightness implements VideoEffect {
        @Override
        public FilterGraph render(EffectRequest request, MediaFormat in) {
            return FilterGraph.of("eq", Map.of("brightness", request.option("brightness", 0.1)));
        }
    }

    /** Mixes a frame with the two before it. */
    private static final class Trail implements VideoEffect {
        @Override
        public FilterGraph render(EffectRequest request, MediaFormat in) {
            return FilterGraph.of("tmix", Map.of("frames", new FilterOption.Number(3)));
        }

        @Override
        public Temporal temporal(EffectRequest request) {
            return new Temporal(2, 0, false);
        }
    }

    /** Shows the frame that comes next. */
    private static final class Next implements FrameEffect {
        @Override
        public FrameSession open(EffectRequest request, MediaFormat in) {
            return (window, position, target) -> {
                VideoFrame next = window.get(position + 1);
                for (int i = 0; i < 3; i++) {
                    int[] row = new int[(target.plane(i).width() + 3) / 4];
                    for (int y = 0; y < target.plane(i).height(); y++) {
                        next.plane(i).read(y, row);
                        target.plane(i).write(y, row);
                    }
                }
            };
        }

        @Override
        public Temporal temporal(EffectRequest request) {
            return new Temporal(0, 1, false);
        }
    }

    private static final class Fade implements Transition {
        @Override
        public FilterGraph render(EffectRequest request, MediaFormat in) {
            double seconds = request.length() / in.frameRate().framesPerSecond();
            FilterNode node = new FilterNode(
                    "mixed",
                    "xfade",
                    Map.of(
                            "transition", new FilterOption.Word("fade"),
                            "duration", new FilterOption.Number(seconds),
                            "offset", new FilterOption.Number(0)));
            return new FilterGraph(
                    List.of(node),
                    List.of(
                            new FilterLink(FilterLink.INPUT, 0, "mixed", 0),
                            new FilterLink(FilterLink.SECOND_INPUT, 0, "mixed", 1),
                            new FilterLink("mixed", 0, FilterLink.OUTPUT, 0)));
        }
    }
}
