package dev.evergreen.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
                        TestFrames.difference(apply(format, parameters, 3, 1), TestFrames.picture(format, 3)) > 0.2);
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
                VideoFrame inWhole = TestFrames.flat(format, frame, 1);
                List<VideoFrame> window = window(format, frame);
                whole.apply(window, before(), inWhole);
                assertEquals(
                        0,
                        TestFrames.difference(inWhole, apply(format, Map.of(), frame, 1)),
                        "frame " + frame + " alone");
            }
        }
    }

    private int before() {
        return effect().temporal(request(Map.of())).before();
    }

    private List<VideoFrame> window(MediaFormat format, int frame) {
        Temporal needs = effect().temporal(request(Map.of()));
        List<VideoFrame> window = new ArrayList<>();
        for (int i = frame - needs.before(); i <= frame + needs.after(); i++) {
            window.add(TestFrames.picture(format, Math.max(0, Math.min(LENGTH - 1, i))));
        }
        return window;
    }

    private VideoFrame apply(MediaFormat format, Map<String, Object> parameters, int frame, int before) {
        VideoFrame target = TestFrames.flat(format, frame, before);
        try (FrameSession session = effect().open(request(parameters), format)) {
            session.apply(window(format, frame), before(), target);
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
