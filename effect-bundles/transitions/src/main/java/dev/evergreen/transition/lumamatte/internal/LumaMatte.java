package dev.evergreen.transition.lumamatte.internal;

import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import org.osgi.service.component.annotations.Component;

/** Turns each pixel when the brightness of a pattern says, or that of a given picture. */
@Component(property = EffectPlugin.ID + "=evergreen.luma-matte")
public final class LumaMatte implements FrameTransition {
    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        String picture = request.text("picture", "");
        double aspect = (double) in.width() / in.height();
        Matte.Field brightness = picture.isEmpty()
                ? Pattern.of(request.text("pattern", "clouds"), aspect, request.seed())
                : MattePicture.of(picture);
        boolean invert = request.flag("invert", false);
        Matte.Field times = invert ? (x, y) -> 1 - brightness.at(x, y) : brightness;
        return new Matte(in, request.number("softness", 0.12), times)::blend;
    }
}
