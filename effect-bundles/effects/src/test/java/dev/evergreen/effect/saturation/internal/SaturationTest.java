package dev.evergreen.effect.saturation.internal;

import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.tck.VideoEffectContract;

class SaturationTest extends VideoEffectContract {
    @Override
    protected VideoEffect effect() {
        return new Saturation();
    }

    @Override
    protected String pluginId() {
        return "evergreen.saturation";
    }
}
