package dev.evergreen.transition.radial.internal;

import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import org.osgi.service.component.annotations.Component;

/** Sweeps the picture with blades, each over its own sector. */
@Component(property = EffectPlugin.ID + "=evergreen.radial")
public final class Radial implements FrameTransition {
    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double softness = request.number("softness", 0.06);
        double blades = request.number("blades", 6);
        boolean back = request.flag("counterclockwise", false);
        double aspect = (double) in.width() / in.height();
        Matte matte = new Matte(in, softness, (x, y) -> {
            double turn = Math.atan2((x - 0.5) * aspect, 0.5 - y) / (2 * Math.PI) * blades;
            double past = turn - Math.floor(turn);
            return back ? 1 - past : past;
        });
        return matte::blend;
    }
}
