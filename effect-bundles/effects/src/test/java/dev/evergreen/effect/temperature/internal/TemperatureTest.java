package dev.evergreen.effect.temperature.internal;

import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.tck.VideoEffectContract;

class TemperatureTest extends VideoEffectContract {
    @Override
    protected VideoEffect effect() {
        return new Temperature();
    }

    @Override
    protected String pluginId() {
        return "evergreen.temperature";
    }
}
