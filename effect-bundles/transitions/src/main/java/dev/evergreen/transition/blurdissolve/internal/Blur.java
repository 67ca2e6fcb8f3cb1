package dev.evergreen.transition.blurdissolve.internal;

import dev.evergreen.kit.picture.Planes;
import dev.evergreen.kit.picture.Rows;
import dev.evergreen.kit.picture.Scaling;
import dev.evergreen.kit.picture.Scaling.Box;
import dev.evergreen.kit.picture.Smear;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.timeline.Easing;
import org.osgi.service.component.annotations.Component;

/** Blurs both pictures towards the middle of the way and mixes them there. */
@Component(property = EffectPlugin.ID + "=evergreen.blur-dissolve")
public final class Blur implements FrameTransition {
    private static final int COARSE = 4;

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double strength = request.number("strength", 0.04);
        Scaling scaling = new Scaling();
        VideoFrame sharp = Planes.smaller(in, 1);
        VideoFrame coarse = Planes.smaller(in, COARSE);
        VideoFrame smooth = Planes.smaller(in, 1);
        return (from, to, progress, target) -> {
            int share = (int) Math.round(Easing.EASE_IN_OUT.at((progress - 0.25) * 2) * Rows.FULL);
            double amount = 1 - Math.abs(2 * progress - 1);
            for (int i = 0; i < 3; i++) {
                Rows.mix(from.plane(i), to.plane(i), share, sharp.plane(i));
            }
            scaling.draw(sharp, Box.FULL, coarse);
            Smear.soften(coarse, (int) Math.round(amount * strength * in.height() / COARSE));
            scaling.draw(coarse, Box.FULL, smooth);
            int weight = (int) Math.round(Math.min(1, amount * 4) * Rows.FULL);
            for (int i = 0; i < 3; i++) {
                Rows.mix(sharp.plane(i), smooth.plane(i), weight, target.plane(i));
            }
        };
    }
}
