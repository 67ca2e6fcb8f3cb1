package dev.evergreen.effect.timeramp.internal;

import dev.evergreen.spi.effect.TimeEffect;
import dev.evergreen.tck.TimeEffectContract;

class TimeRampTest extends TimeEffectContract {
    @Override
    protected TimeEffect effect() {
        return new TimeRamp();
    }

    @Override
    protected String pluginId() {
        return "evergreen.time-ramp";
    }
}
