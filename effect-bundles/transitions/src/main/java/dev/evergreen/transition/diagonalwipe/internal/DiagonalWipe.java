package dev.evergreen.transition.diagonalwipe.internal;

import dev.evergreen.kit.picture.Kept;
import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Turns the picture along a slanted edge. */
@Component(property = EffectPlugin.ID + "=evergreen.diagonal-wipe")
public final class DiagonalWipe implements FrameTransition {
    /** By the format and the parameters that shape it. */
    private static final Kept<List<Object>, Matte> MATTES = new Kept<>(Matte.KEPT);

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double softness = request.number("softness", 0.1);
        String direction = request.text("direction", "right-down");
        boolean left = direction.startsWith("left");
        boolean up = direction.endsWith("up");
        Matte matte = MATTES.of(
                List.of(in, direction), () -> new Matte(in, (x, y) -> ((left ? 1 - x : x) + (up ? 1 - y : y)) / 2));
        return matte.session(softness);
    }
}
