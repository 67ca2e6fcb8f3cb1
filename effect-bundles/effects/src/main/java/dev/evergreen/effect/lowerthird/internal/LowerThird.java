package dev.evergreen.effect.lowerthird.internal;

import dev.evergreen.kit.picture.Frames;
import dev.evergreen.kit.picture.Panel;
import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoFrame;
import org.osgi.service.component.annotations.Component;

/** Paints a name and a role once; they slide in and out. */
@Component(property = EffectPlugin.ID + "=evergreen.lower-third")
public final class LowerThird implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        Panel panel = Drawn.panel(request, in);
        double motion = request.number("motionFrames", 12);
        double shift = (request.text("side", "left").equals("left") ? -0.06 : 0.06) * in.height();
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            Frames.copy(frame, target);
            panel.draw(target, frame.number(), request.length(), motion, shift, 0);
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.FOLLOWS;
    }
}
