package dev.evergreen.sound.timestretch.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.tck.AudioEffectContract;

class TimeStretchTest extends AudioEffectContract {
    @Override
    protected AudioEffect effect() {
        return new TimeStretch();
    }

    @Override
    protected String pluginId() {
        return "evergreen.time-stretch";
    }
}
