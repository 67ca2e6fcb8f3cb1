package dev.evergreen.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Temporal;
import dev.evergreen.spi.effect.VideoFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every effect that computes pixels keeps to. */
public abstract class FrameEffectContract {
    private static final int LENGTH = 8;
    private static final List<MediaFormat> SIZES = List.of(
            TestFrames.format(160, 90),
            TestFrames.format(161, 91),
            TestFrames.format(2, 2),
            TestFrames.format(90, 160));

    protected abstract FrameEffect effect();

    /** Its {@code evergreen.plugin.id}. */
    protected abstract String pluginId();

    @Test
    void changesThePicture() {
        MediaFormat format = SIZES.get(0);
        boolean changed = Parameters.toTry(pluginId()).stream()
                .anyMatch(parameters ->
                        TestFrames.difference(apply(format, parameters, 3, 1), source(parameters, format, 3)) > 0.2);
        assertTrue(changed, "no setting changes anything");
    }

    @Test
    void looksAsItWasApproved() {
        GoldenFrames.compare(pluginId(), apply(SIZES.get(0), Map.of(), 3, 1));
    }

    @Test
    void writesEveryPixelAtEverySizeAndExtreme() {
        for (MediaFormat format : SIZES) {
            for (Map<String, Object> parameters : Parameters.toTry(pluginId())) {
                assertEquals(
                        0,
                        TestFrames.difference(apply(format, parameters, 2, 1), apply(format, parameters, 2, 254)),
                        "pixels left as they were at " + format.width() + "x" + format.height() + " with "
                                + parameters);
            }
        }
    }

    @Test
    void framesDoNotDependOnEarlierFrames() throws Exception {
        MediaFormat format = SIZES.get(0);
        try (FrameSession whole = effect().open(request(Map.of()), format)) {
            for (int frame = 0; frame < LENGTH; frame++) {
                VideoFrame inWhole = target(Map.of(), format, frame, 1);
                List<VideoFrame> window = window(Map.of(), format, frame);
                whole.apply(window, before(), inWhole);
                assertEquals(
                        0,
                        TestFrames.difference(inWhole, apply(format, Map.of(), frame, 1)),
                        "frame " + frame + " alone");
            }
        }
    }

    /** An effect that moves pixels must do so with and without alpha. */
    @Test
    void coloursOfOpaquePicturesAreMovedAlike() {
        MediaFormat format = SIZES.get(1);
        if (alpha(Map.of()) == AlphaUse.FOLLOWS) {
            VideoFrame target = TestFrames.flat(format, 2, 1);
            VideoFrame again = TestFrames.flat(format, 2, 254);
            for (VideoFrame each : List.of(target, again)) {
                run(format, Map.of(), List.of(TestFrames.picture(format, 2)), 0, each);
            }
            assertEquals(0, TestFrames.difference(target, again), "pixels left as they were without alpha");
        }
    }

    private AlphaUse alpha(Map<String, Object> parameters) {
        return effect().alpha(request(parameters));
    }

    private VideoFrame source(Map<String, Object> parameters, MediaFormat format, long number) {
        return alpha(parameters) == AlphaUse.PASSES
                ? TestFrames.picture(format, number)
                : TestFrames.transparentPicture(format, number);
    }

    private VideoFrame target(Map<String, Object> parameters, MediaFormat format, long number, int value) {
        return alpha(parameters) == AlphaUse.PASSES
                ? TestFrames.flat(format, number, value)
                : TestFrames.transparentFlat(format, number, value);
    }

    private int before() {
        return effect().temporal(request(Map.of())).before();
    }

    private List<VideoFrame> window(Map<String, Object> parameters, MediaFormat format, int frame) {
        Temporal needs = effect().temporal(request(parameters));
        List<VideoFrame> window = new ArrayList<>();
        for (int i = frame - needs.before(); i <= frame + needs.after(); i++) {
            window.add(source(parameters, format, Math.max(0, Math.min(LENGTH - 1, i))));
        }
        return window;
    }

    private VideoFrame apply(MediaFormat format, Map<String, Object> parameters, int frame, int before) {
        VideoFrame target = target(parameters, format, frame, before);
        run(format, parameters, window(parameters, format, frame), before(), target);
        return target;
    }

    private void run(
            MediaFormat format,
            Map<String, Object> parameters,
            List<VideoFrame> window,
            int position,
            VideoFrame target) {
        try (FrameSession session = effect().open(request(parameters), format)) {
            session.apply(window, position, target);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError("closing the session failed", e);
        }
    }

    private static EffectRequest request(Map<String, Object> parameters) {
        return new EffectRequest(parameters, Map.of(), LENGTH, 7);
    }
}
