package dev.evergreen.effect.stabilise.internal;

import dev.evergreen.kit.picture.Affine;
import dev.evergreen.kit.picture.Sampler;
import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Temporal;
import org.osgi.service.component.annotations.Component;

/** Measures how the picture moves between frames, smooths the path over twelve frames on either side and moves the picture onto it. */
@Component(property = EffectPlugin.ID + "=evergreen.stabilise")
public final class Stabilise implements FrameEffect {
    private static final int REACH = 12;

    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        Motion motion = new Motion();
        Sampler sampler = new Sampler();
        double sigma = Math.max(1e-3, request.number("smoothness", 0.8) * REACH / 2);
        double zoom = request.number("zoom", 1.08);
        return (window, position, target) -> {
            double[] path = motion.smoothed(window, position, sigma);
            double room = (1 - 1 / zoom) / 2;
            double x = in.width() / 2.0;
            double y = in.height() / 2.0;
            Affine from = Affine.view(
                    x + held(path[0], room * in.width()), y + held(path[1], room * in.height()), x, y, zoom, 0);
            sampler.draw(window.get(position), from, target);
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.FOLLOWS;
    }

    @Override
    public Temporal temporal(EffectRequest request) {
        return new Temporal(REACH, REACH, false);
    }

    private static double held(double value, double most) {
        return Math.max(-most, Math.min(most, value));
    }
}
