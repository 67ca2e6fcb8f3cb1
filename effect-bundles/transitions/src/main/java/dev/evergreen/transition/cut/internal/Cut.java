package dev.evergreen.transition.cut.internal;

import dev.evergreen.kit.picture.Rows;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.TransitionSession;
import org.osgi.service.component.annotations.Component;

/** Changes the picture from one frame to the next. */
@Component(property = EffectPlugin.ID + "=evergreen.cut")
public final class Cut implements FrameTransition {
    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double at = request.number("at", 0.5);
        return (from, to, progress, target) -> {
            for (int i = 0; i < 3; i++) {
                Rows.copyRows(
                        (progress < at ? from : to).plane(i),
                        0,
                        target.plane(i),
                        0,
                        target.plane(i).height());
            }
        };
    }
}
