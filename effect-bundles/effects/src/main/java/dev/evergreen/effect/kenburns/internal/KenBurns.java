package dev.evergreen.effect.kenburns.internal;

import dev.evergreen.kit.picture.Affine;
import dev.evergreen.kit.picture.Sampler;
import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.timeline.Easing;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;

/** Moves the view evenly in place and in the logarithm of the zoom, and never beyond an edge. */
@Component(property = EffectPlugin.ID + "=evergreen.ken-burns")
public final class KenBurns implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        Sampler sampler = new Sampler();
        Easing easing = Easing.valueOf(
                request.text("easing", "ease-in-out").toUpperCase(Locale.ROOT).replace('-', '_'));
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            double progress = easing.at(frame.number() / Math.max(1.0, request.length() - 1.0));
            double zoom = request.number("fromZoom", 1)
                    * Math.pow(request.number("toZoom", 1.35) / request.number("fromZoom", 1), progress);
            double x = held(request.number("fromX", 0.5), request.number("toX", 0.62), progress, zoom) * in.width();
            double y = held(request.number("fromY", 0.5), request.number("toY", 0.4), progress, zoom) * in.height();
            sampler.draw(frame, Affine.view(x, y, in.width() / 2.0, in.height() / 2.0, zoom, 0), target);
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.FOLLOWS;
    }

    private static double held(double from, double to, double progress, double zoom) {
        double half = 0.5 / zoom;
        return Math.max(half, Math.min(1 - half, from + (to - from) * progress));
    }
}
