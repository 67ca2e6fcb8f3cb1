package dev.evergreen.transition.clock.internal;

import dev.evergreen.kit.picture.Kept;
import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Turns the picture in the wake of a hand that goes round once. */
@Component(property = EffectPlugin.ID + "=evergreen.clock")
public final class Clock implements FrameTransition {
    /** By the format and the parameters that shape it. */
    private static final Kept<List<Object>, Matte> MATTES = new Kept<>(Matte.KEPT);

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double softness = request.number("softness", 0.02);
        double start = request.number("start", 0) / 360;
        boolean back = request.flag("counterclockwise", false);
        double aspect = (double) in.width() / in.height();
        Matte matte = MATTES.of(
                List.of(in, start, back),
                () -> new Matte(in, (x, y) -> {
                    double turn = Math.atan2((x - 0.5) * aspect, 0.5 - y) / (2 * Math.PI) - start;
                    double past = turn - Math.floor(turn);
                    return back ? 1 - past : past;
                }));
        return matte.session(softness);
    }
}
