package dev.evergreen.transition.blinds.internal;

import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import org.osgi.service.component.annotations.Component;

/** Turns the picture slat by slat. */
@Component(property = EffectPlugin.ID + "=evergreen.blinds")
public final class Blinds implements FrameTransition {
    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double softness = request.number("softness", 0.02);
        int slats = (int) request.number("slats", 10);
        double stagger = request.number("stagger", 0.35);
        String direction = request.text("direction", "right");
        boolean upright = direction.equals("left") || direction.equals("right");
        boolean back = direction.equals("left") || direction.equals("up");
        Matte matte = new Matte(in, softness, (x, y) -> {
            double along = upright ? x : y;
            double place = Math.min(slats - 1e-9, (back ? 1 - along : along) * slats);
            double slat = Math.floor(place);
            return stagger * slat / (slats - 1) + (1 - stagger) * (place - slat);
        });
        return matte::blend;
    }
}
