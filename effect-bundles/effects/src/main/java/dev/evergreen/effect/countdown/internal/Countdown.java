package dev.evergreen.effect.countdown.internal;

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

/** Paints each number once; the ring goes around once a second. */
@Component(property = EffectPlugin.ID + "=evergreen.countdown")
public final class Countdown implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        double rate = in.frameRate().framesPerSecond();
        long given = Math.round(request.number("from", 0));
        long first = given > 0 ? given : Math.max(1, (long) Math.ceil(request.length() / rate));
        double side = request.number("size", 0.5) * in.height();
        Dial dial = new Dial(
                request.text("style", "ring").equals("ring"),
                Math.max(4, (int) Math.round(side)),
                Colour.of(request.text("colour", "#ffffff")),
                Colour.of(request.text("accent", "#2fbf71")));
        int x = (int) Math.round(request.number("x", 0.5) * in.width() - side / 2);
        int y = (int) Math.round(request.number("y", 0.5) * in.height() - side / 2);
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            Frames.copy(frame, target);
            double seconds = frame.number() / rate;
            long left = Math.max(0, first - (long) Math.floor(seconds));
            dial.ring(seconds - Math.floor(seconds)).draw(target, x, y, 1);
            dial.number(left).draw(target, x, y, 1);
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.FOLLOWS;
    }
}
