package dev.evergreen.transition.heart.internal;

import dev.evergreen.kit.picture.Kept;
import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Opens a heart. */
@Component(property = EffectPlugin.ID + "=evergreen.heart")
public final class Heart implements FrameTransition {
    /** By the format and the parameters that shape it. */
    private static final Kept<List<Object>, Matte> MATTES = new Kept<>(Matte.KEPT);

    private static final int STEPS = 2048;
    private static final int ROUNDS = 40;

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double softness = request.number("softness", 0.01);
        double aspect = (double) in.width() / in.height();
        Matte matte = MATTES.of(List.of(in), () -> new Matte(in, Matte.growing(heart(outline(), aspect))));
        return matte.session(softness);
    }

    private static Matte.Field heart(double[] outline, double aspect) {
        return (x, y) -> {
            double across = (x - 0.5) * aspect;
            double up = 0.5 - y;
            double angle = Math.atan2(up, across) / (2 * Math.PI);
            double place = (angle - Math.floor(angle)) * STEPS;
            int step = (int) place;
            double share = place - step;
            double reach = outline[step % STEPS] * (1 - share) + outline[(step + 1) % STEPS] * share;
            return Math.sqrt(across * across + up * up) / reach;
        };
    }

    /** The curve (x² + y² - 1)³ = x² y³ in polar form; along a ray from the middle it is met once. */
    private static double[] outline() {
        double[] outline = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double angle = 2 * Math.PI * i / STEPS;
            double across = Math.cos(angle);
            double up = Math.sin(angle);
            double inside = 0;
            double outside = 2;
            for (int round = 0; round < ROUNDS; round++) {
                double middle = (inside + outside) / 2;
                double ring = middle * middle - 1;
                boolean within = ring * ring * ring < Math.pow(middle, 5) * across * across * up * up * up;
                inside = within ? middle : inside;
                outside = within ? outside : middle;
            }
            outline[i] = inside;
        }
        return outline;
    }
}
