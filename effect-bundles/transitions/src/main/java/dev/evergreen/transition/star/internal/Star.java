package dev.evergreen.transition.star.internal;

import dev.evergreen.kit.picture.Kept;
import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Opens a star. */
@Component(property = EffectPlugin.ID + "=evergreen.star")
public final class Star implements FrameTransition {
    /** By the format and the parameters that shape it. */
    private static final Kept<List<Object>, Matte> MATTES = new Kept<>(Matte.KEPT);

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double softness = request.number("softness", 0.01);
        double points = request.number("points", 5);
        double inner = 1 - request.number("sharpness", 0.5);
        double aspect = (double) in.width() / in.height();
        Matte matte = MATTES.of(
                List.of(in, points, inner),
                () -> new Matte(
                        in, Matte.growing((x, y) -> distance((x - 0.5) * aspect, y - 0.5, Math.PI / points, inner))));
        return matte.session(softness);
    }

    /**
     * How large a star must be to reach a place.
     *
     * @param half the angle from a point to the notch beside it
     * @param inner the notches' distance from the middle, where the points' is 1
     */
    private static double distance(double x, double y, double half, double inner) {
        double angle = Math.abs(Math.atan2(x, -y)) % (2 * half);
        double beside = angle > half ? 2 * half - angle : angle;
        // The edge from a point (1, 0) to a notch, met by a ray at that angle.
        double notchX = inner * Math.cos(half);
        double notchY = inner * Math.sin(half);
        double edge = notchY / (notchY * Math.cos(beside) + (1 - notchX) * Math.sin(beside));
        return Math.sqrt(x * x + y * y) / edge;
    }
}
