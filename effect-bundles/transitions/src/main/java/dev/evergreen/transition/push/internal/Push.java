package dev.evergreen.transition.push.internal;

import dev.evergreen.kit.picture.Rows;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.TransitionSession;
import org.osgi.service.component.annotations.Component;

/** Moves both pictures together, gently at both ends. */
@Component(property = EffectPlugin.ID + "=evergreen.push")
public final class Push implements FrameTransition {
    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        String direction = request.text("direction", "left");
        return (from, to, progress, target) -> {
            double eased = progress * progress * (3 - 2 * progress);
            for (int i = 0; i < 3; i++) {
                push(from.plane(i), to.plane(i), target.plane(i), eased, direction, in, i);
            }
        };
    }

    private static void push(
            Plane from, Plane to, Plane target, double progress, String direction, MediaFormat in, int plane) {
        // Luma moves by whole chroma pixels, so that colour and brightness stay together.
        int unit = plane == 0 ? 2 : 1;
        boolean forward = direction.equals("left") || direction.equals("up");
        Plane first = forward ? from : to;
        Plane second = forward ? to : from;
        double share = forward ? progress : 1 - progress;
        if (direction.equals("left") || direction.equals("right")) {
            int shift = Math.min(target.width(), unit * (int) Math.round(in.chromaWidth() * share));
            for (int y = 0; y < target.height(); y++) {
                Rows.copy(first, shift, target, 0, y, target.width() - shift);
                Rows.copy(second, 0, target, target.width() - shift, y, shift);
            }
        } else {
            int shift = Math.min(target.height(), unit * (int) Math.round(in.chromaHeight() * share));
            Rows.copyRows(first, shift, target, 0, target.height() - shift);
            Rows.copyRows(second, 0, target, target.height() - shift, shift);
        }
    }
}
