package dev.evergreen.transition.barndoors.internal;

import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import org.osgi.service.component.annotations.Component;

/** Opens from the middle line, or closes upon it. */
@Component(property = EffectPlugin.ID + "=evergreen.barn-doors")
public final class BarnDoors implements FrameTransition {
    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double softness = request.number("softness", 0.03);
        boolean upright = request.text("doors", "vertical").equals("vertical");
        boolean opening = request.text("motion", "open").equals("open");
        Matte matte = new Matte(in, softness, (x, y) -> {
            double away = Math.abs((upright ? x : y) - 0.5) * 2;
            return opening ? away : 1 - away;
        });
        return matte::blend;
    }
}
