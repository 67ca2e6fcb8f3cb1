package dev.evergreen.transition.barndoors.internal;

import dev.evergreen.kit.picture.Kept;
import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Opens from the middle line, or closes upon it. */
@Component(property = EffectPlugin.ID + "=evergreen.barn-doors")
public final class BarnDoors implements FrameTransition {
    /** By the format and the parameters that shape it. */
    private static final Kept<List<Object>, Matte> MATTES = new Kept<>(Matte.KEPT);

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double softness = request.number("softness", 0.03);
        boolean upright = request.text("doors", "vertical").equals("vertical");
        boolean opening = request.text("motion", "open").equals("open");
        Matte matte = MATTES.of(
                List.of(in, upright, opening),
                () -> new Matte(in, (x, y) -> {
                    double away = Math.abs((upright ? x : y) - 0.5) * 2;
                    return opening ? away : 1 - away;
                }));
        return matte.session(softness);
    }
}
