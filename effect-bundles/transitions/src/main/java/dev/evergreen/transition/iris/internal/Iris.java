package dev.evergreen.transition.iris.internal;

import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import org.osgi.service.component.annotations.Component;

/** Opens a soft circle. */
@Component(property = EffectPlugin.ID + "=evergreen.iris")
public final class Iris implements FrameTransition {
    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double centreX = request.number("centreX", 0.5);
        double centreY = request.number("centreY", 0.5);
        double aspect = (double) in.width() / in.height();
        Matte.Field circle = Matte.growing((x, y) -> Math.hypot((x - centreX) * aspect, y - centreY));
        return new Matte(in, request.number("softness", 0.04), circle)::blend;
    }
}
