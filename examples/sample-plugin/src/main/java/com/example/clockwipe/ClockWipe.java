package com.example.clockwipe;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.TransitionSession;
import org.osgi.service.component.annotations.Component;

/** Shows the next picture behind a hand that goes once round the centre, beginning at twelve o'clock. */
@Component(property = EffectPlugin.ID + "=com.example.clock-wipe")
public final class ClockWipe implements FrameTransition {
    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        boolean clockwise = request.flag("clockwise", true);
        return (from, to, progress, target) -> {
            for (int i = 0; i < 3; i++) {
                sweep(from.plane(i), to.plane(i), target.plane(i), progress, clockwise);
            }
        };
    }

    private static void sweep(Plane from, Plane to, Plane target, double progress, boolean clockwise) {
        for (int y = 0; y < target.height(); y++) {
            double down = (y + 0.5) / target.height() - 0.5;
            for (int x = 0; x < target.width(); x++) {
                double right = (x + 0.5) / target.width() - 0.5;
                double turn = Math.atan2(right, -down) / (2 * Math.PI);
                double passed = clockwise ? (turn + 1) % 1 : (1 - turn) % 1;
                Plane source = passed < progress ? to : from;
                target.data().put(y * target.stride() + x, source.data().get(y * source.stride() + x));
            }
        }
    }
}
