package dev.evergreen.transition.checkerboard.internal;

import dev.evergreen.kit.picture.Kept;
import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Turns the white fields of a board first, then the black ones, each along its width. */
@Component(property = EffectPlugin.ID + "=evergreen.checkerboard")
public final class Checkerboard implements FrameTransition {
    /** By the format and the parameters that shape it. */
    private static final Kept<List<Object>, Matte> MATTES = new Kept<>(Matte.KEPT);

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double softness = request.number("softness", 0.04);
        int columns = (int) request.number("columns", 12);
        int rows = (int) Math.max(1, Math.round((double) columns * in.height() / in.width()));
        Matte matte = MATTES.of(
                List.of(in, columns),
                () -> new Matte(in, (x, y) -> {
                    double column = Math.floor(x * columns);
                    double within = x * columns - column;
                    boolean second = (column + Math.floor(y * rows)) % 2 != 0;
                    return (second ? 0.5 : 0) + within / 2;
                }));
        return matte.session(softness);
    }
}
