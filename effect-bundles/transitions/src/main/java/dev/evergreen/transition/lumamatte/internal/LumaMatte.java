package dev.evergreen.transition.lumamatte.internal;

import dev.evergreen.kit.picture.Kept;
import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Turns each pixel when the brightness of a pattern says, or that of a given picture. */
@Component(property = EffectPlugin.ID + "=evergreen.luma-matte")
public final class LumaMatte implements FrameTransition {
    /** By the format and the parameters that shape it. */
    private static final Kept<List<Object>, Matte> MATTES = new Kept<>(Matte.KEPT);

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        String picture = request.text("picture", "");
        String pattern = request.text("pattern", "clouds");
        boolean invert = request.flag("invert", false);
        Matte matte = MATTES.of(List.of(in, picture, pattern, invert, request.seed()), () -> {
            Matte.Field brightness = picture.isEmpty()
                    ? Pattern.of(pattern, (double) in.width() / in.height(), request.seed())
                    : MattePicture.of(picture);
            return new Matte(in, invert ? (x, y) -> 1 - brightness.at(x, y) : brightness);
        });
        return matte.session(request.number("softness", 0.12));
    }
}
