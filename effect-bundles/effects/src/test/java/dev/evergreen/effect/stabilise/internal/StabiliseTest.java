package dev.evergreen.effect.stabilise.internal;

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
import org.junit.jupiter.api.Test;

class StabiliseTest extends FrameEffectContract {
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
        MediaFormat format = TestFrames.format(320, 180);
        VideoFrame still = textured(format);
        int reach = effect().temporal(REQUEST).before();
        List<VideoFrame> shaken = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            shaken.add(moved(still, format, n, 2 * Math.sin(n * 2.1), 1.6 * Math.cos(n * 2.9)));
        }
        List<VideoFrame> calm = new ArrayList<>();
        try (FrameSession session = effect().open(REQUEST, format)) {
            for (int n = reach; n + reach < shaken.size(); n++) {
                VideoFrame target = TestFrames.flat(format, n, 0);
                session.apply(shaken.subList(n - reach, n + reach + 1), reach, target);
                calm.add(target);
            }
        }
        double before = change(shaken.subList(reach, reach + calm.size()));
        double after = change(calm);
        assertTrue(after < 0.4 * before, "frames differed by " + before + " and now by " + after);
    }

    private static double change(List<VideoFrame> frames) {
        double sum = 0;
        for (int i = 1; i < frames.size(); i++) {
            sum += TestFrames.difference(frames.get(i - 1), frames.get(i));
        }
        return sum / (frames.size() - 1);
    }

    private static VideoFrame moved(VideoFrame still, MediaFormat format, long number, double x, double y) {
        VideoFrame frame = TestFrames.flat(format, number, 0);
        new Sampler().draw(still, new Affine(1, 0, x, 0, 1, y), frame);
        return frame;
    }

    /** Soft blobs, as test pictures with sharp squares would alias. */
    private static VideoFrame textured(MediaFormat format) {
        VideoFrame frame = TestFrames.flat(format, 0, 128);
        SplittableRandom random = new SplittableRandom(3);
        Pixels pixels = new Pixels(format.width(), format.height());
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
