package dev.evergreen.transition.wipe.internal;

import dev.evergreen.kit.picture.Rows;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.TransitionSession;
import org.osgi.service.component.annotations.Component;

/** Replaces one picture by the next along a soft edge. */
@Component(property = EffectPlugin.ID + "=evergreen.wipe")
public final class Wipe implements FrameTransition {
    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        String direction = request.text("direction", "left");
        double softness = request.number("softness", 0.08);
        return (from, to, progress, target) -> {
            for (int i = 0; i < 3; i++) {
                wipe(from.plane(i), to.plane(i), target.plane(i), progress, direction, softness);
            }
        };
    }

    private static void wipe(Plane from, Plane to, Plane target, double progress, String direction, double softness) {
        boolean vertical = direction.equals("up") || direction.equals("down");
        int length = vertical ? target.height() : target.width();
        int[] weights = weights(length, progress, softness, direction.equals("left") || direction.equals("up"));
        int[] row = new int[target.width()];
        for (int y = 0; y < target.height(); y++) {
            if (vertical) {
                java.util.Arrays.fill(row, weights[y]);
            }
            mixRow(from, to, target, y, vertical ? row : weights);
        }
    }

    /** Copies where one picture stands alone and mixes only along the edge. */
    private static void mixRow(Plane from, Plane to, Plane target, int y, int[] weights) {
        int start = 0;
        while (start < target.width()) {
            int weight = weights[start];
            boolean edge = weight != 0 && weight != Rows.FULL;
            int end = start + 1;
            while (end < target.width()
                    && (edge ? weights[end] != 0 && weights[end] != Rows.FULL : weights[end] == weight)) {
                end++;
            }
            if (edge) {
                Rows.mix(from, to, target, y, start, end, weights);
            } else {
                Rows.copy(weight == 0 ? from : to, start, target, start, y, end - start);
            }
            start = end;
        }
    }

    private static int[] weights(int length, double progress, double softness, boolean towardsZero) {
        int[] weights = new int[length];
        double soft = Math.max(softness, 1.0 / length);
        double edge = progress * (1 + soft) - soft;
        for (int i = 0; i < length; i++) {
            double place = (towardsZero ? length - 0.5 - i : i + 0.5) / length;
            double share = Math.max(0, Math.min(1, 1 - (place - edge) / soft));
            weights[i] = (int) Math.round(share * Rows.FULL);
        }
        return weights;
    }
}
