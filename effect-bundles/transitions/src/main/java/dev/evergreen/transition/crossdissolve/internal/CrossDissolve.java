package dev.evergreen.transition.crossdissolve.internal;

import dev.evergreen.kit.picture.Rows;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import dev.evergreen.spi.effect.VideoFrame;
import org.osgi.service.component.annotations.Component;

/** Mixes the two pictures evenly over time. */
@Component(property = EffectPlugin.ID + "=evergreen.cross-dissolve")
public final class CrossDissolve implements FrameTransition {
    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        return CrossDissolve::blend;
    }

    private static void blend(VideoFrame from, VideoFrame to, double progress, VideoFrame target) {
        int weight = (int) Math.round(progress * Rows.FULL);
        for (int i = 0; i < 3; i++) {
            Rows.mix(from.plane(i), to.plane(i), weight, target.plane(i));
        }
    }
}
