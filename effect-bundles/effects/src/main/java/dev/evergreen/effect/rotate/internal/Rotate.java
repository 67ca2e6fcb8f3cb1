package dev.evergreen.effect.rotate.internal;

import dev.evergreen.kit.picture.Affine;
import dev.evergreen.kit.picture.Sampler;
import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoFrame;
import org.osgi.service.component.annotations.Component;

/** Turns and enlarges around the middle. */
@Component(property = EffectPlugin.ID + "=evergreen.rotate")
public final class Rotate implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        Sampler sampler = new Sampler();
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            double x = in.width() / 2.0;
            double y = in.height() / 2.0;
            double zoom = request.number("zoom", 1, frame.number());
            sampler.draw(frame, Affine.view(x, y, x, y, zoom, request.number("angle", 8, frame.number())), target);
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.MAKES;
    }
}
