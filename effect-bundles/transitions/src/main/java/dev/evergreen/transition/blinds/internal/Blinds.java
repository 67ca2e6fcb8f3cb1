package dev.evergreen.transition.blinds.internal;

import dev.evergreen.kit.picture.Kept;
import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Turns the picture slat by slat. */
@Component(property = EffectPlugin.ID + "=evergreen.blinds")
public final class Blinds implements FrameTransition {
    /** By the format and the parameters that shape it. */
    private static final Kept<List<Object>, Matte> MATTES = new Kept<>(Matte.KEPT);

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double softness = request.number("softness", 0.02);
        int slats = (int) request.number("slats", 10);
        double stagger = request.number("stagger", 0.35);
        String direction = request.text("direction", "right");
        boolean upright = direction.equals("left") || direction.equals("right");
        boolean back = direction.equals("left") || direction.equals("up");
        Matte matte = MATTES.of(
                List.of(in, slats, stagger, direction),
                () -> new Matte(in, (x, y) -> {
                    double along = upright ? x : y;
                    double place = Math.min(slats - 1e-9, (back ? 1 - along : along) * slats);
                    double slat = Math.floor(place);
                    return stagger * slat / (slats - 1) + (1 - stagger) * (place - slat);
                }));
        return matte.session(softness);
    }
}
