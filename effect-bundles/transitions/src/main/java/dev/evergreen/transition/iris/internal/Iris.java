package dev.evergreen.transition.iris.internal;

import dev.evergreen.kit.picture.Kept;
import dev.evergreen.kit.picture.Matte;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Opens a soft circle. */
@Component(property = EffectPlugin.ID + "=evergreen.iris")
public final class Iris implements FrameTransition {
    /** By the format and the parameters that shape it. */
    private static final Kept<List<Object>, Matte> MATTES = new Kept<>(Matte.KEPT);

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double centreX = request.number("centreX", 0.5);
        double centreY = request.number("centreY", 0.5);
        double aspect = (double) in.width() / in.height();
        Matte matte = MATTES.of(
                List.of(in, centreX, centreY),
                () -> new Matte(in, Matte.growing((x, y) -> distance((x - centreX) * aspect, y - centreY))));
        return matte.session(request.number("softness", 0.04));
    }

    /** Math.hypot guards against overflows that cannot happen here, and takes many times as long. */
    private static double distance(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }
}
