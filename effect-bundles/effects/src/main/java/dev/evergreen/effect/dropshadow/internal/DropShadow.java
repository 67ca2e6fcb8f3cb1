package dev.evergreen.effect.dropshadow.internal;

import dev.evergreen.kit.picture.Colours;
import dev.evergreen.kit.picture.Frames;
import dev.evergreen.kit.picture.Pixels;
import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.timeline.Colour;
import java.util.Objects;
import org.osgi.service.component.annotations.Component;

/** Lays the picture over its own blurred alpha; the blur works on a quarter of the size. */
@Component(property = EffectPlugin.ID + "=evergreen.drop-shadow")
public final class DropShadow implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        int[] colour = Colours.planes(Colour.of(request.text("colour", "#000000")));
        Shadow shadow = new Shadow(
                request.number("x", 0.012) * in.height(),
                request.number("y", 0.018) * in.height(),
                request.number("softness", 0.012) * in.height());
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            Frames.copy(frame, target);
            Plane alpha = Objects.requireNonNull(target.alpha());
            Pixels shape = Pixels.of(alpha);
            Pixels behind = shadow.of(shape);
            shadow.under(shape, behind, request.number("opacity", 0.6, frame.number()), colour, target);
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.MAKES;
    }
}
