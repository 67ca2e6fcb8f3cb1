package dev.evergreen.effect.mask.internal;

import dev.evergreen.kit.picture.Latest;
import dev.evergreen.kit.picture.Mask;
import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoFrame;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Multiplies alpha by a shape, which is painted anew only when it moves. */
@Component(property = EffectPlugin.ID + "=evergreen.mask")
public final class ShapeMask implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        String shape = request.text("shape", "ellipse");
        boolean inverted = request.flag("inverted", false);
        Latest<List<Double>, Mask> masks =
                new Latest<>(state -> Mask.of(in, Shapes.placed(shape, state), state.get(5), inverted));
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            long n = frame.number();
            List<Double> state = List.of(
                    request.number("x", 0.5, n) * in.width(),
                    request.number("y", 0.5, n) * in.height(),
                    request.number("width", 0.7, n) * in.width(),
                    request.number("height", 0.8, n) * in.height(),
                    request.number("angle", 0, n),
                    request.number("feather", 0.01, n) * in.height());
            masks.of(state).apply(frame, target);
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.MAKES;
    }
}
