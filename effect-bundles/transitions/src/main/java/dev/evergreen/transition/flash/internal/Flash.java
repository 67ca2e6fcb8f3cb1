package dev.evergreen.transition.flash.internal;

import dev.evergreen.kit.picture.Rows;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import org.osgi.service.component.annotations.Component;

/** Goes to white fast, changes the picture there, and lets the light fade slowly. */
@Component(property = EffectPlugin.ID + "=evergreen.flash")
public final class Flash implements FrameTransition {
    /** White in 8-bit limited range: luma, Cb, Cr. */
    private static final int[] WHITE = {235, 128, 128};

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double peak = request.number("peak", 0.25);
        return (from, to, progress, target) -> {
            boolean before = progress < peak;
            double light = before ? Math.pow(progress / peak, 2) : Math.pow((1 - progress) / (1 - peak), 2.5);
            int weight = (int) Math.round(light * Rows.FULL);
            for (int i = 0; i < 3; i++) {
                Rows.mix((before ? from : to).plane(i), WHITE[i], weight, target.plane(i));
            }
        };
    }
}
