package dev.evergreen.transition.diamond.internal;

import dev.evergreen.kit.picture.Kept;
import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Opens a diamond. */
@Component(property = EffectPlugin.ID + "=evergreen.diamond")
public final class Diamond implements FrameTransition {
    /** By the format and the parameters that shape it. */
    private static final Kept<List<Object>, Matte> MATTES = new Kept<>(Matte.KEPT);

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double softness = request.number("softness", 0.03);
        double aspect = (double) in.width() / in.height();
        Matte matte = MATTES.of(
                List.of(in),
                () -> new Matte(in, Matte.growing((x, y) -> Math.abs(x - 0.5) * aspect + Math.abs(y - 0.5))));
        return matte.session(softness);
    }
}
