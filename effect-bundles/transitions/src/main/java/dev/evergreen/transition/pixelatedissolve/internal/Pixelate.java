package dev.evergreen.transition.pixelatedissolve.internal;

import dev.evergreen.kit.picture.Planes;
import dev.evergreen.kit.picture.Rows;
import dev.evergreen.kit.picture.Scaling;
import dev.evergreen.kit.picture.Scaling.Box;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.TransitionSession;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.timeline.Easing;
import org.osgi.service.component.annotations.Component;

/** Draws both pictures in squares that grow until the middle of the way and shrink after it. */
@Component(property = EffectPlugin.ID + "=evergreen.pixelate-dissolve")
public final class Pixelate implements FrameTransition {
    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double largest = request.number("size", 0.1) * in.height();
        Scaling scaling = new Scaling();
        VideoFrame mixed = Planes.smaller(in, 1);
        VideoFrame few = Planes.smaller(in, 1);
        return (from, to, progress, target) -> {
            int share = (int) Math.round(Easing.EASE_IN_OUT.at((progress - 0.3) / 0.4) * Rows.FULL);
            // Powers of two come in and go out evenly to the eye.
            double side = Math.pow(Math.max(2, largest), 1 - Math.abs(2 * progress - 1));
            for (int i = 0; i < 3; i++) {
                Rows.mix(from.plane(i), to.plane(i), share, mixed.plane(i));
                squares(mixed.plane(i), few.plane(i), target.plane(i), i == 0 ? side : side / 2, scaling);
            }
        };
    }

    private static void squares(Plane source, Plane few, Plane target, double side, Scaling scaling) {
        if (side < 1.5) {
            Rows.copyRows(source, 0, target, 0, target.height());
            return;
        }
        int columns = Math.max(1, (int) Math.round(target.width() / side));
        int rows = Math.max(1, (int) Math.round(target.height() / side));
        scaling.draw(source, new Box(0, 0, (double) columns / few.width(), (double) rows / few.height()), few);
        int[] places = new int[target.width()];
        for (int x = 0; x < places.length; x++) {
            places[x] = x * columns / target.width();
        }
        byte[] means = new byte[columns];
        byte[] drawn = new byte[target.width()];
        int shown = -1;
        for (int y = 0; y < target.height(); y++) {
            int row = y * rows / target.height();
            if (row != shown) {
                few.data().get(row * few.stride(), means);
                for (int x = 0; x < drawn.length; x++) {
                    drawn[x] = means[places[x]];
                }
                shown = row;
            }
            target.data().put(y * target.stride(), drawn);
        }
    }
}
