package dev.evergreen.effect.progressbar.internal;

import dev.evergreen.kit.picture.Colours;
import dev.evergreen.kit.picture.Frames;
import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.timeline.Colour;
import org.osgi.service.component.annotations.Component;

/** Fills two rectangles; the end of the bar lies between pixels. */
@Component(property = EffectPlugin.ID + "=evergreen.progress-bar")
public final class ProgressBar implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        int[] colour = Colours.planes(Colour.of(request.text("colour", "#2fbf71")));
        int[] ground = Colours.planes(Colour.of(request.text("ground", "#101418")));
        int groundShare = (int) Math.round(256 * request.number("groundOpacity", 0.45));
        int height = Math.max(2, (int) Math.round(request.number("height", 0.018) * in.height() / 2) * 2);
        int margin = (int) Math.round(request.number("margin", 0) * in.height() / 2) * 2;
        int top = request.text("edge", "bottom").equals("top") ? margin : (in.height() - height - margin) / 2 * 2;
        double from = request.number("from", 0);
        double to = request.number("to", 1);
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            Frames.copy(frame, target);
            double elapsed = (frame.number() + 1.0) / Math.max(1, request.length());
            double done = from + (to - from) * Math.min(1, elapsed);
            for (int i = 0; i < 3; i++) {
                int step = i == 0 ? 1 : 2;
                Bar bar = new Bar(top / step, Math.max(1, height / step), done * in.width() / step);
                bar.fill(target.plane(i), ground[i], groundShare, colour[i]);
            }
            if (target.alpha() != null) {
                new Bar(top, height, done * in.width()).fill(target.alpha(), 255, groundShare, 255);
            }
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.FOLLOWS;
    }
}
