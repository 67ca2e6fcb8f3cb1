package dev.evergreen.transition.diamond.internal;

import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import org.osgi.service.component.annotations.Component;

/** Opens a diamond. */
@Component(property = EffectPlugin.ID + "=evergreen.diamond")
public final class Diamond implements FrameTransition {
    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double softness = request.number("softness", 0.03);
        double aspect = (double) in.width() / in.height();
        Matte matte = new Matte(in, softness, Matte.growing((x, y) -> Math.abs(x - 0.5) * aspect + Math.abs(y - 0.5)));
        return matte::blend;
    }
}
