package dev.evergreen.effect.roundedcorners.internal;

import dev.evergreen.kit.picture.Latest;
import dev.evergreen.kit.picture.Mask;
import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoFrame;
import java.awt.geom.RoundRectangle2D;
import org.osgi.service.component.annotations.Component;

/** Multiplies alpha by a rounded rectangle. */
@Component(property = EffectPlugin.ID + "=evergreen.rounded-corners")
public final class RoundedCorners implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        Latest<Double, Mask> masks = new Latest<>(corner ->
                Mask.of(in, new RoundRectangle2D.Double(0, 0, in.width(), in.height(), corner, corner), 0, false));
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            double corner = 2 * request.number("radius", 0.08, frame.number()) * Math.min(in.width(), in.height());
            masks.of(corner).apply(frame, target);
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.MAKES;
    }
}
