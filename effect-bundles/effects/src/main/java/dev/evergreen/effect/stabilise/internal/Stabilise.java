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

/**
 * Measures how the picture shifts, turns and changes its size between frames, smooths the path over twelve frames on either side and
 * moves the picture onto it.
 */
@Component(property = EffectPlugin.ID + "=evergreen.stabilise")
public final class Stabilise implements FrameEffect {
    private static final int REACH = 12;
    private static final int HALVINGS = 10;

    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        Motion motion = new Motion();
        Sampler sampler = new Sampler();
        double sigma = Math.max(1e-3, request.number("smoothness", 0.8) * REACH / 2);
        double zoom = request.number("zoom", 1.08);
        return (window, position, target) ->
                sampler.draw(window.get(position), view(motion.smoothed(window, position, sigma), zoom, in), target);
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.FOLLOWS;
    }

    @Override
    public Temporal temporal(EffectRequest request) {
        return new Temporal(REACH, REACH, false);
    }

    /** As much of the correction as shows nothing beyond the picture's edges. */
    private static Affine view(Similarity correction, double zoom, MediaFormat format) {
        double right = format.width() / 2.0;
        double down = format.height() / 2.0;
        Similarity turned = turned(correction, zoom, right, down);
        double a = turned.a() / zoom;
        double b = turned.b() / zoom;
        double x = held(correction.x(), right - across(turned, right, down) / zoom) + right;
        double y = held(correction.y(), down - across(turned, down, right) / zoom) + down;
        return new Affine(a, -b, x - a * right + b * down, b, a, y - b * right - a * down);
    }

    /** The turn and the change of size, or the part of them for which the picture is large enough. */
    private static Similarity turned(Similarity correction, double zoom, double right, double down) {
        double least = 0;
        double most = 1;
        double share = 1;
        for (int i = 0; i < HALVINGS; i++) {
            Similarity part = Similarity.of(share * correction.turn(), share * correction.logSize(), 0, 0);
            if (across(part, right, down) <= zoom * right && across(part, down, right) <= zoom * down) {
                least = share;
            } else {
                most = share;
            }
            share = (least + most) / 2;
        }
        return Similarity.of(least * correction.turn(), least * correction.logSize(), 0, 0);
    }

    /** Half of what a turned picture is wide, of which {@code along} and {@code other} are half the sides. */
    private static double across(Similarity turned, double along, double other) {
        return Math.abs(turned.a()) * along + Math.abs(turned.b()) * other;
    }

    private static double held(double value, double most) {
        return Math.max(-Math.max(0, most), Math.min(Math.max(0, most), value));
    }
}
