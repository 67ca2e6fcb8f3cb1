package dev.evergreen.effect.pictureinpicture.internal;

import dev.evergreen.kit.picture.Affine;
import dev.evergreen.kit.picture.Latest;
import dev.evergreen.kit.picture.Sampler;
import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.timeline.Colour;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Shrinks the picture into a rounded box with a border; the rest is clear. */
@Component(property = EffectPlugin.ID + "=evergreen.picture-in-picture")
public final class PictureInPicture implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        Sampler sampler = new Sampler();
        Colour colour = Colour.of(request.text("colour", "#ffffff"));
        Box box = new Box(request.number("radius", 0.06), request.number("border", 0.012), colour);
        Latest<List<Double>, Box.Painted> boxes = new Latest<>(state -> box.paint(in, state));
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            long n = frame.number();
            List<Double> state = List.of(
                    request.number("x", 0.76, n) * in.width(),
                    request.number("y", 0.74, n) * in.height(),
                    request.number("size", 0.4, n),
                    request.number("angle", 0, n));
            Box.Painted painted = boxes.of(state);
            sampler.draw(
                    frame,
                    Affine.view(
                            in.width() / 2.0,
                            in.height() / 2.0,
                            state.get(0),
                            state.get(1),
                            state.get(2),
                            state.get(3)),
                    target);
            painted.mask().multiply(target, target);
            painted.border().draw(target, 0, 0, 1);
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.MAKES;
    }
}
