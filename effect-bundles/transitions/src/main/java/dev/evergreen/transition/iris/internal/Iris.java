package dev.evergreen.transition.iris.internal;

import dev.evergreen.kit.picture.Rows;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.TransitionSession;
import org.osgi.service.component.annotations.Component;

/** Opens a soft circle. */
@Component(property = EffectPlugin.ID + "=evergreen.iris")
public final class Iris implements FrameTransition {
    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double softness = request.number("softness", 0.04);
        double centreX = request.number("centreX", 0.5);
        double centreY = request.number("centreY", 0.5);
        return (from, to, progress, target) -> {
            for (int i = 0; i < 3; i++) {
                open(
                        from.plane(i),
                        to.plane(i),
                        target.plane(i),
                        progress,
                        new Circle(in, i, softness, centreX, centreY));
            }
        };
    }

    /** The circle in the pixels of one plane. */
    private record Circle(double centreX, double centreY, double scaleX, double scaleY, double reach, double soft) {
        Circle(MediaFormat in, int plane, double softness, double centreX, double centreY) {
            this(
                    centreX * in.width(),
                    centreY * in.height(),
                    plane == 0 ? 1 : (double) in.width() / in.chromaWidth(),
                    plane == 0 ? 1 : (double) in.height() / in.chromaHeight(),
                    Math.hypot(
                            Math.max(centreX, 1 - centreX) * in.width(), Math.max(centreY, 1 - centreY) * in.height()),
                    Math.max(1, softness * Math.hypot(in.width(), in.height())));
        }

        int weight(int x, int y, double radius) {
            double distance = Math.hypot((x + 0.5) * scaleX - centreX, (y + 0.5) * scaleY - centreY);
            return (int) Math.round(Math.max(0, Math.min(1, (radius - distance) / soft)) * Rows.FULL);
        }
    }

    private static void open(Plane from, Plane to, Plane target, double progress, Circle circle) {
        double radius = progress * (circle.reach() + circle.soft());
        int[] weights = new int[target.width()];
        for (int y = 0; y < target.height(); y++) {
            for (int x = 0; x < weights.length; x++) {
                weights[x] = circle.weight(x, y, radius);
            }
            Rows.mix(from, to, target, y, 0, weights.length, weights);
        }
    }
}
