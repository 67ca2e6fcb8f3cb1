package dev.evergreen.effect.shake.internal;

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
import java.util.SplittableRandom;
import org.osgi.service.component.annotations.Component;

/** Moves the picture along smooth noise, which is a function of the seed and the frame. */
@Component(property = EffectPlugin.ID + "=evergreen.shake")
public final class Shake implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        Sampler sampler = new Sampler();
        double frequency = request.number("frequency", 3) / in.frameRate().framesPerSecond();
        boolean hides = request.flag("zoom", true);
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            double amount = request.number("amount", 0.012, frame.number()) * in.height();
            double turn = request.number("turn", 0.6, frame.number());
            double time = frame.number() * frequency;
            double zoom = hides ? hiding(in, amount, turn) : 1;
            double x = in.width() / 2.0;
            double y = in.height() / 2.0;
            Affine from = Affine.view(
                    x + amount * noise(request.seed(), time),
                    y + amount * noise(request.seed() + 1, time),
                    x,
                    y,
                    zoom,
                    turn * noise(request.seed() + 2, time));
            sampler.draw(frame, from, target);
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.FOLLOWS;
    }

    /** The zoom at which no corner leaves the picture. */
    private static double hiding(MediaFormat in, double amount, double turn) {
        double angle = Math.toRadians(turn);
        double widest = Math.max((double) in.width() / in.height(), (double) in.height() / in.width());
        return Math.cos(angle) + widest * Math.sin(angle) + 2 * amount / Math.min(in.width(), in.height());
    }

    /** Smooth noise from -1 to 1: a slow wave of random values and a faster, weaker one. */
    private static double noise(long seed, double time) {
        return 0.7 * wave(seed, time) + 0.3 * wave(seed + 77, 2.3 * time);
    }

    private static double wave(long seed, double time) {
        long before = (long) Math.floor(time);
        double share = Easing.EASE_IN_OUT.at(time - before);
        return value(seed, before) + (value(seed, before + 1) - value(seed, before)) * share;
    }

    private static double value(long seed, long index) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index * 0xBF58476D1CE4E5B9L).nextDouble() * 2 - 1;
    }
}
