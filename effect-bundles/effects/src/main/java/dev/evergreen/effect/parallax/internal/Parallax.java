package dev.evergreen.effect.parallax.internal;

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

/** Shears the picture around its horizon, as the ground seems to move past a camera that travels sideways. */
@Component(property = EffectPlugin.ID + "=evergreen.parallax")
public final class Parallax implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        Sampler sampler = new Sampler();
        double horizon = request.number("horizon", 0.35) * in.height();
        double reach = Math.max(horizon, in.height() - horizon);
        double sway = request.number("sway", 0.05) * in.width();
        double zoom = 1 + 2 * Math.abs(sway) / in.width();
        Easing easing = Easing.valueOf(
                request.text("easing", "ease-in-out").toUpperCase(Locale.ROOT).replace('-', '_'));
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            double progress = easing.at(frame.number() / Math.max(1.0, request.length() - 1.0));
            double shear = sway * (2 * progress - 1) / reach / zoom;
            double middle = in.width() / 2.0;
            Affine from = new Affine(
                    1 / zoom, shear, middle - middle / zoom - shear * horizon, 0, 1 / zoom, horizon - horizon / zoom);
            sampler.draw(frame, from, target);
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.FOLLOWS;
    }
}
