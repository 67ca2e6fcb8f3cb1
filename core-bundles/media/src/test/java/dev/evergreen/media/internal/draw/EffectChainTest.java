package dev.evergreen.media.internal.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.compile.SegmentPlan;
import dev.evergreen.media.internal.compile.TimelineCompiler;
import dev.evergreen.media.internal.picture.LayerScratch;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.media.internal.render.TestEngine;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.TimeEffect;
import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.Curve;
import dev.evergreen.spi.timeline.Easing;
import dev.evergreen.spi.timeline.EffectUse;
import dev.evergreen.spi.timeline.Fit;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.Keyframe;
import dev.evergreen.spi.timeline.Placement;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What effects make clear, what they do to time, and what becomes of those that misbehave. */
class EffectChainTest {
    private static final Canvas CANVAS = new Canvas(160, 90, FrameRate.FPS_30, Colour.of("#0000ff"));
    private static final Colour GREY = Colour.of("#808080");
    private static final int LENGTH = 20;
    private static final Fonts FONTS = new Fonts();

    @TempDir
    Path folder;

    private TestEngine engine;
    private final CountDownLatch never = new CountDownLatch(1);

    @BeforeEach
    void start() throws Exception {
        engine = new TestEngine(folder, 1);
        engine.plugins.add(FrameEffect.class, "test.hole", new Hole(), "1");
        engine.plugins.add(VideoEffect.class, "test.negate", (request, in) -> FilterGraph.of("negate", Map.of()), "1");
        engine.plugins.add(VideoEffect.class, "test.flip", new Flip(), "1");
        engine.plugins.add(
                VideoEffect.class,
                "test.small",
                (request, in) -> FilterGraph.of(
                        "crop", Map.of("w", new FilterOption.Number(20), "h", new FilterOption.Number(20))),
                "1");
        engine.plugins.add(
                FrameEffect.class,
                "test.throws",
                (request, in) -> (window, position, target) -> {
                    throw new IllegalStateException("out of paint");
                },
                "1");
        engine.plugins.add(TimeEffect.class, "test.half", request -> frame -> frame / 2.0, "1");
        engine.plugins.add(TimeEffect.class, "test.back", request -> frame -> request.length() - 1.0 - frame, "1");
    }

    @AfterEach
    void stop() {
        never.countDown();
        engine.close();
    }

    @Test
    void aHoleInAnUpperTrackShowsTheTrackBelow() throws Exception {
        VisualTrack below = track("below", GREY, Transform.STILL, List.of());
        VisualTrack above = track("above", Colour.WHITE, Transform.STILL, List.of(use("test.hole")));
        int[] luma = columns(List.of(below, above), 3);
        assertEquals(126, luma[20], 1, "left: the hole");
        assertEquals(235, luma[120], 1, "right: what stays");
    }

    @Test
    void aHoleInTheLowestTrackShowsTheBackground() throws Exception {
        int[] luma = columns(List.of(track("only", Colour.WHITE, Transform.STILL, List.of(use("test.hole")))), 3);
        assertEquals(32, luma[20], 1);
        assertEquals(235, luma[120], 1);
    }

    @Test
    void alphaGoesAroundFiltersThatDoNotKnowIt() throws Exception {
        VisualTrack below = track("below", GREY, Transform.STILL, List.of());
        VisualTrack above =
                track("above", Colour.WHITE, Transform.STILL, List.of(use("test.hole"), use("test.negate")));
        int[] luma = columns(List.of(below, above), 3);
        assertEquals(126, luma[20], 1, "the hole");
        assertEquals(20, luma[120], 1, "white turned black");
    }

    @Test
    void alphaGoesThroughFiltersThatMoveIt() throws Exception {
        VisualTrack below = track("below", GREY, Transform.STILL, List.of());
        VisualTrack above = track(
                "above",
                Colour.WHITE,
                Transform.STILL,
                List.of(use("test.hole"), use("test.negate"), use("test.flip"), use("test.negate")));
        int[] luma = columns(List.of(below, above), 3);
        assertEquals(235, luma[20], 3);
        assertEquals(126, luma[120], 1, "the hole has changed sides");
    }

    /** A clip that covers half its place keeps that through effects that know nothing of it. */
    @Test
    void aTranslucentClipStaysTranslucent() throws Exception {
        VisualTrack below = track("below", Colour.BLACK, Transform.STILL, List.of());
        Colour half = new Colour(255, 255, 255, 128);
        VisualTrack plain = track("above", half, Transform.STILL, List.of());
        VisualTrack changed = track("above", half, Transform.STILL, List.of(use("test.negate"), use("test.negate")));
        assertEquals(columns(List.of(below, plain), 3)[80], columns(List.of(below, changed), 3)[80], 3);
    }

    @Test
    void opacityCountsOnce() throws Exception {
        VisualTrack below = track("below", Colour.BLACK, Transform.STILL, List.of());
        Transform half = new Transform(Fit.COVER, new Placement(0, 0, 1, 1, 0.5), List.of());
        VisualTrack above = track("above", Colour.WHITE, half, List.of(use("test.hole")));
        int[] luma = columns(List.of(below, above), 3);
        assertEquals(16, luma[20], 1);
        assertEquals(125, luma[120], 2);
    }

    @Test
    void timeEffectsMixBetweenFramesAndGoBack() throws Exception {
        Curve rising = new Curve(List.of(new Keyframe(0, -0.4, Easing.LINEAR), new Keyframe(19, 0.4, Easing.LINEAR)));
        engine.plugins.add(VideoEffect.class, "test.light", new Light(), "1");
        EffectUse light = new EffectUse("test.light", Map.of(), Map.of("light", rising));
        List<Integer> plain = over(List.of(light));
        List<Integer> slow = over(List.of(light, use("test.half")));
        List<Integer> back = over(List.of(light, use("test.back")));
        for (int i = 0; i < LENGTH; i++) {
            int wanted = i % 2 == 0 ? plain.get(i / 2) : (plain.get(i / 2) + plain.get(i / 2 + 1)) / 2;
            assertEquals(wanted, slow.get(i), 1, "frame " + i + " at half speed");
            assertEquals(plain.get(LENGTH - 1 - i), back.get(i), "frame " + i + " backwards");
        }
    }

    @Test
    void failuresNameThePlugin() {
        for (String id : List.of("test.throws", "test.small")) {
            MediaException failure = assertThrows(
                    MediaException.class,
                    () -> columns(List.of(track("a", GREY, Transform.STILL, List.of(use(id)))), 0));
            assertEquals(MediaException.Kind.PLUGIN_FAILED, failure.kind());
            assertTrue(String.valueOf(failure.getMessage()).contains(id), failure.getMessage());
        }
    }

    @Test
    void aPluginThatHangsIsGivenUpAndNotCalledAgain() throws Exception {
        Plugins plugins = new Plugins(Duration.ofMillis(200));
        CountDownLatch called = new CountDownLatch(1);
        FrameEffect hanging = (request, in) -> (window, position, target) -> {
            called.countDown();
            await(never);
        };
        plugins.add(FrameEffect.class, "test.hangs", hanging, "1");
        List<VisualTrack> tracks = List.of(track("a", GREY, Transform.STILL, List.of(use("test.hangs"))));
        for (String wanted : List.of("did not return", "quarantine")) {
            MediaException failure = assertThrows(MediaException.class, () -> columns(tracks, 0, plugins));
            assertEquals(MediaException.Kind.PLUGIN_FAILED, failure.kind());
            assertTrue(String.valueOf(failure.getMessage()).contains("test.hangs"), failure.getMessage());
            assertTrue(String.valueOf(failure.getMessage()).contains(wanted), failure.getMessage());
        }
        assertTrue(called.await(5, TimeUnit.SECONDS));
        assertEquals(1, plugins.lostThreads());
        plugins.add(FrameEffect.class, "test.hangs", new Hole(), "2");
        assertEquals(126, columns(tracks, 0, plugins)[120], 1, "installed anew, it is called again");
        plugins.stop();
    }

    private static void await(CountDownLatch latch) {
        boolean interrupted = false;
        boolean done = false;
        while (!done) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException e) {
                interrupted = true; // the worst kind of plugin does not even let itself be interrupted
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static EffectUse use(String id) {
        return EffectUse.of(id, Map.of());
    }

    private static VisualTrack track(String id, Colour colour, Transform transform, List<EffectUse> effects) {
        return new VisualTrack(
                id,
                List.of(new VisualClip(
                        id + "-clip", new SolidSource(colour), 0, LENGTH, 0, Ratio.ONE, transform, effects, null)));
    }

    /** The luma in the middle of the picture, frame by frame. */
    private List<Integer> over(List<EffectUse> effects) throws Exception {
        List<Integer> middle = new ArrayList<>();
        for (int[] row : rows(List.of(track("a", GREY, Transform.STILL, effects)), 0, LENGTH, engine.plugins)) {
            middle.add(row[80]);
        }
        return middle;
    }

    private int[] columns(List<VisualTrack> tracks, int frame) throws Exception {
        return columns(tracks, frame, engine.plugins);
    }

    private int[] columns(List<VisualTrack> tracks, int frame, Plugins plugins) throws Exception {
        return rows(tracks, frame, frame + 1, plugins).get(0);
    }

    /** The luma of the middle row, frame by frame. */
    private List<int[]> rows(List<VisualTrack> tracks, int from, int to, Plugins plugins) throws Exception {
        TimelineSnapshot timeline = new TimelineSnapshot(CANVAS, tracks, List.of(), List.of(), List.of());
        DrawContext context = new DrawContext(engine, new StillStore(engine, 1 << 20), plugins, FONTS);
        SegmentPlan plan = TimelineCompiler.compile(
                        timeline, TestEngine.mp4("ultrafast").video())
                .get(0);
        List<int[]> rows = new ArrayList<>();
        try (SegmentPainter painter = new SegmentPainter(plan, context, new LayerScratch());
                Picture picture = new Picture(CANVAS.width(), CANVAS.height())) {
            for (int frame = from; frame < to; frame++) {
                painter.draw(frame, picture);
                int[] luma = new int[CANVAS.width()];
                Plane plane = picture.plane(0);
                for (int x = 0; x < luma.length; x++) {
                    luma[x] = plane.data().get(45 * plane.stride() + x) & 255;
                }
                rows.add(luma);
            }
        }
        return rows;
    }

    /** Clears the left half. */
    private static final class Hole implements FrameEffect {
        @Override
        public FrameSession open(EffectRequest request, MediaFormat in) {
            return (window, position, target) -> {
                for (int i = 0; i < 3; i++) {
                    Plane from = window.get(position).plane(i);
                    target.plane(i).data().put(0, from.data(), 0, from.stride() * from.height());
                }
                Plane alpha = java.util.Objects.requireNonNull(target.alpha());
                for (int y = 0; y < alpha.height(); y++) {
                    for (int x = 0; x < alpha.width(); x++) {
                        alpha.data().put(y * alpha.stride() + x, (byte) (x < alpha.width() / 2 ? 0 : 255));
                    }
                }
            };
        }

        @Override
        public AlphaUse alpha(EffectRequest request) {
            return AlphaUse.MAKES;
        }
    }

    private static final class Flip implements VideoEffect {
        @Override
        public FilterGraph render(EffectRequest request, MediaFormat in) {
            return FilterGraph.of("hflip", Map.of());
        }

        @Override
        public AlphaUse alpha(EffectRequest request) {
            return AlphaUse.FOLLOWS;
        }
    }

    private static final class Light implements VideoEffect {
        @Override
        public FilterGraph render(EffectRequest request, MediaFormat in) {
            return FilterGraph.of(
                    "eq", Map.of("eval", new FilterOption.Word("frame"), "brightness", request.option("light", 0)));
        }
    }
}
