package dev.evergreen.effect.timeramp.internal;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.TimeEffect;
import dev.evergreen.spi.timeline.Curve;
import java.util.function.LongToDoubleFunction;
import org.osgi.service.component.annotations.Component;

/** Adds the speed up over the frames. Sound is not touched. */
@Component(property = EffectPlugin.ID + "=evergreen.time-ramp")
public final class TimeRamp implements TimeEffect {
    @Override
    public LongToDoubleFunction frames(EffectRequest request) {
        Curve speed = request.curves().get("speed");
        if (speed == null) {
            double constant = request.number("speed", 0.5);
            return frame -> frame * constant;
        }
        long length = Math.max(1, request.length());
        double[] way = new double[Math.toIntExact(length) + 1];
        for (int i = 0; i < length; i++) {
            way[i + 1] = way[i] + Math.max(0, (speed.at(i) + speed.at(i + 1)) / 2);
        }
        double last = Math.max(0, speed.at((double) length));
        return frame -> frame <= length ? way[(int) Math.max(0, frame)] : way[(int) length] + (frame - length) * last;
    }
}
