package dev.evergreen.transition.radial.internal;

import dev.evergreen.kit.picture.Kept;
import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Sweeps the picture with blades, each over its own sector. */
@Component(property = EffectPlugin.ID + "=evergreen.radial")
public final class Radial implements FrameTransition {
    /** By the format and the parameters that shape it. */
    private static final Kept<List<Object>, Matte> MATTES = new Kept<>(Matte.KEPT);

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double softness = request.number("softness", 0.06);
        double blades = request.number("blades", 6);
        boolean back = request.flag("counterclockwise", false);
        double aspect = (double) in.width() / in.height();
        Matte matte = MATTES.of(
                List.of(in, blades, back),
                () -> new Matte(in, (x, y) -> {
                    double turn = Math.atan2((x - 0.5) * aspect, 0.5 - y) / (2 * Math.PI) * blades;
                    double past = turn - Math.floor(turn);
                    return back ? 1 - past : past;
                }));
        return matte.session(softness);
    }
}
