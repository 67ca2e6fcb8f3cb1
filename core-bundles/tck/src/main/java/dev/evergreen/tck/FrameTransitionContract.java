package dev.evergreen.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import dev.evergreen.spi.effect.VideoFrame;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every transition that computes pixels keeps to. */
public abstract class FrameTransitionContract {
    private static final int LENGTH = 12;
    private static final double NEAR = 24;
    private static final List<MediaFormat> SIZES = List.of(
            TestFrames.format(160, 90),
            TestFrames.format(161, 91),
            TestFrames.format(2, 2),
            TestFrames.format(90, 160));

    protected abstract FrameTransition transition();

    /** Its {@code evergreen.plugin.id}. */
    protected abstract String pluginId();

    @Test
    void leadsFromOnePictureToTheOther() {
        MediaFormat format = SIZES.get(0);
        VideoFrame from = TestFrames.flat(format, 0, 60);
        VideoFrame to = TestFrames.flat(format, 0, 180);
        double begin = TestFrames.difference(blend(format, from, to, Map.of(), 0.0005), from);
        double end = TestFrames.difference(blend(format, from, to, Map.of(), 0.9995), to);
        assertTrue(begin < NEAR, "near its beginning it still shows the first picture, but differs by " + begin);
        assertTrue(end < NEAR, "near its end it shows the second picture, but differs by " + end);
    }

    @Test
    void looksAsItWasApproved() {
        MediaFormat format = SIZES.get(0);
        for (int percent : new int[] {25, 60}) {
            VideoFrame blended = blend(
                    format, TestFrames.picture(format, 1), TestFrames.flat(format, 1, 200), Map.of(), percent / 100.0);
            GoldenFrames.compare(pluginId() + "-" + percent, blended);
        }
    }

    @Test
    void writesEveryPixelAtEverySizeAndExtreme() {
        for (MediaFormat format : SIZES) {
            VideoFrame from = TestFrames.picture(format, 1);
            VideoFrame to = TestFrames.picture(format, 2);
            for (Map<String, Object> parameters : Parameters.toTry(pluginId())) {
                for (int frame = 0; frame < LENGTH; frame++) {
                    double progress = (frame + 1.0) / (LENGTH + 1);
                    VideoFrame one = blendOver(format, from, to, parameters, progress, 1);
                    VideoFrame other = blendOver(format, from, to, parameters, progress, 254);
                    assertEquals(
                            0,
                            TestFrames.difference(one, other),
                            "pixels left as they were at " + format.width() + "x" + format.height() + " with "
                                    + parameters);
                }
            }
        }
    }

    @Test
    void leavesItsInputsAlone() {
        MediaFormat format = SIZES.get(1);
        VideoFrame from = TestFrames.picture(format, 1);
        VideoFrame to = TestFrames.picture(format, 2);
        blend(format, from, to, Map.of(), 0.5);
        assertEquals(0, TestFrames.difference(from, TestFrames.picture(format, 1)), "the first picture was written to");
        assertEquals(0, TestFrames.difference(to, TestFrames.picture(format, 2)), "the second picture was written to");
    }

    @Test
    void framesDoNotDependOnEarlierFrames() throws Exception {
        MediaFormat format = SIZES.get(0);
        VideoFrame from = TestFrames.picture(format, 1);
        VideoFrame to = TestFrames.picture(format, 2);
        try (TransitionSession whole = transition().open(request(Map.of()), format)) {
            for (int frame = 0; frame < LENGTH; frame++) {
                double progress = (frame + 1.0) / (LENGTH + 1);
                VideoFrame inWhole = TestFrames.flat(format, frame, 1);
                whole.blend(from, to, progress, inWhole);
                VideoFrame alone = blend(format, from, to, Map.of(), progress);
                assertEquals(0, TestFrames.difference(inWhole, alone), "frame " + frame + " rendered alone");
            }
        }
    }

    private VideoFrame blend(
            MediaFormat format, VideoFrame from, VideoFrame to, Map<String, Object> parameters, double progress) {
        return blendOver(format, from, to, parameters, progress, 1);
    }

    private VideoFrame blendOver(
            MediaFormat format,
            VideoFrame from,
            VideoFrame to,
            Map<String, Object> parameters,
            double progress,
            int before) {
        VideoFrame target = TestFrames.flat(format, 0, before);
        try (TransitionSession session = transition().open(request(parameters), format)) {
            session.blend(from, to, progress, target);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError("closing the session failed", e);
        }
        return target;
    }

    private static EffectRequest request(Map<String, Object> parameters) {
        return new EffectRequest(parameters, Map.of(), LENGTH, 7);
    }
}
