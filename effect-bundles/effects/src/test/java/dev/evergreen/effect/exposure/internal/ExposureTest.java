package dev.evergreen.effect.exposure.internal;

import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.tck.VideoEffectContract;

class ExposureTest extends VideoEffectContract {
    @Override
    protected VideoEffect effect() {
        return new Exposure();
    }

    @Override
    protected String pluginId() {
        return "evergreen.exposure";
    }
}
