package dev.evergreen.effect.stabilise.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.kit.picture.Affine;
import dev.evergreen.kit.picture.Pixels;
import dev.evergreen.kit.picture.Sampler;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.tck.FrameEffectContract;
import dev.evergreen.tck.TestFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class StabiliseTest extends FrameEffectContract {
    private static final MediaFormat FORMAT = TestFrames.format(320, 180);
    private static final EffectRequest REQUEST = new EffectRequest(Map.of(), Map.of(), 40, 7);

    @Override
    protected FrameEffect effect() {
        return new Stabilise();
    }

    @Override
    protected String pluginId() {
        return "evergreen.stabilise";
    }

    /** A shot that shakes by up to two pixels shakes much less afterwards. */
    @Test
    void aShakyShotCalmsDown() throws Exception {
        assertCalmsDown(0.3, n -> moved(textured(3), n, 2 * Math.sin(n * 2.1), 1.6 * Math.cos(n * 2.9), 0, 1));
    }

    @Test
    void turnsAndChangesOfSizeCalmDown() throws Exception {
        assertCalmsDown(
                0.3,
                n -> moved(
                        textured(3),
                        n,
                        Math.sin(n * 2.1),
                        Math.cos(n * 2.9),
                        0.9 * Math.sin(n * 1.7),
                        1 + 0.008 * Math.cos(n * 2.3)));
    }

    /** What crosses the picture by itself does not take the camera with it. */
    @Test
    void somethingInFrontDoesNotMislead() throws Exception {
        VideoFrame front = textured(8);
        assertCalmsDown(0.6, n -> {
            VideoFrame frame = moved(textured(3), n, 2 * Math.sin(n * 2.1), 1.6 * Math.cos(n * 2.9), 0, 1);
            for (int y = 60; y < 130; y++) {
                for (int x = 4 * n; x < 4 * n + 70; x++) {
                    frame.luma()
                            .data()
                            .put(
                                    y * frame.luma().stride() + x,
                                    front.luma().data().get(y * front.luma().stride() + x - 4 * n));
                }
            }
            return frame;
        });
    }

    /** A slow pan is what the camera was meant to do. */
    @Test
    void aPanGoesOn() throws Exception {
        VideoFrame still = textured(3);
        List<VideoFrame> panned = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            panned.add(moved(still, n, 0.7 * n - 14, 0, 0, 1));
        }
        List<VideoFrame> calm = stabilised(panned);
        assertEquals(change(panned), change(calm), 0.25 * change(panned));
    }

    @Test
    void aPictureOfOneColourStaysAsItIs() throws Exception {
        List<VideoFrame> flat = new ArrayList<>();
        for (int n = 0; n < 26; n++) {
            flat.add(TestFrames.flat(FORMAT, n, 90));
        }
        for (VideoFrame frame : stabilised(flat)) {
            assertEquals(0, TestFrames.difference(flat.get(0), frame));
        }
    }

    @Test
    void theMotionBetweenTwoPicturesIsFoundBetweenPixels() {
        Pixels before = Pixels.of(textured(3).luma());
        Pixels after = Pixels.of(moved(textured(3), 1, 1.3, -0.6, 0.7, 1.01).luma());
        Similarity found = Alignment.refined(before, after, Similarity.of(0, 0, 1, -1));
        // The picture shows what lies at (x, y), so that it has gone the other way.
        Similarity expected =
                Similarity.of(Math.toRadians(0.7), Math.log(1.01), 1.3, -0.6).inverse();
        assertEquals(expected.turn(), found.turn(), 2e-4);
        assertEquals(expected.logSize(), found.logSize(), 2e-4);
        assertEquals(expected.x(), found.x(), 0.03);
        assertEquals(expected.y(), found.y(), 0.03);
    }

    private void assertCalmsDown(double share, IntFunction<VideoFrame> shot) throws Exception {
        List<VideoFrame> shaken = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            shaken.add(shot.apply(n));
        }
        int reach = effect().temporal(REQUEST).before();
        List<VideoFrame> calm = stabilised(shaken);
        double before = change(shaken.subList(reach, reach + calm.size()));
        double after = change(calm);
        assertTrue(after < share * before, "frames differed by " + before + " and now by " + after);
    }

    private List<VideoFrame> stabilised(List<VideoFrame> shot) throws Exception {
        int reach = effect().temporal(REQUEST).before();
        List<VideoFrame> calm = new ArrayList<>();
        try (FrameSession session = effect().open(REQUEST, FORMAT)) {
            for (int n = reach; n + reach < shot.size(); n++) {
                VideoFrame target = TestFrames.flat(FORMAT, n, 0);
                session.apply(shot.subList(n - reach, n + reach + 1), reach, target);
                calm.add(target);
            }
        }
        return calm;
    }

    private static double change(List<VideoFrame> frames) {
        double sum = 0;
        for (int i = 1; i < frames.size(); i++) {
            sum += TestFrames.difference(frames.get(i - 1), frames.get(i));
        }
        return sum / (frames.size() - 1);
    }

    /** @param degrees around the centre */
    private static VideoFrame moved(VideoFrame still, long number, double x, double y, double degrees, double size) {
        VideoFrame frame = TestFrames.flat(FORMAT, number, 0);
        double right = FORMAT.width() / 2.0;
        double down = FORMAT.height() / 2.0;
        Similarity to = Similarity.of(Math.toRadians(degrees), Math.log(size), x, y);
        new Sampler()
                .draw(
                        still,
                        new Affine(
                                to.a(),
                                -to.b(),
                                right + x - to.a() * right + to.b() * down,
                                to.b(),
                                to.a(),
                                down + y - to.b() * right - to.a() * down),
                        frame);
        return frame;
    }

    /** Soft blobs, as test pictures with sharp squares would alias. */
    private static VideoFrame textured(long seed) {
        VideoFrame frame = TestFrames.flat(FORMAT, 0, 128);
        SplittableRandom random = new SplittableRandom(seed);
        Pixels pixels = new Pixels(FORMAT.width(), FORMAT.height());
        for (int i = 0; i < pixels.values().length; i++) {
            pixels.values()[i] = (byte) (random.nextInt(12) == 0 ? 255 : 0);
        }
        pixels.blur(2.5, -1);
        for (int i = 0; i < pixels.values().length; i++) {
            pixels.values()[i] = (byte) Math.min(235, 16 + 4 * (pixels.values()[i] & 255));
        }
        pixels.write(frame.luma());
        return frame;
    }
}
