package dev.evergreen.effect.title.internal;

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

/** Paints a heading and a subheading once; they rise and fade. */
@Component(property = EffectPlugin.ID + "=evergreen.title")
public final class Title implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        Panel panel = Presets.panel(request, in);
        double motion = request.number("motionFrames", 15);
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            Frames.copy(frame, target);
            panel.draw(target, frame.number(), request.length(), motion, 0, 0.04 * in.height());
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.FOLLOWS;
    }
}
