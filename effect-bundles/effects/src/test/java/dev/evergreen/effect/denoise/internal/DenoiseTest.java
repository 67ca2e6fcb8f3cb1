package dev.evergreen.effect.denoise.internal;

import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.tck.VideoEffectContract;

class DenoiseTest extends VideoEffectContract {
    @Override
    protected VideoEffect effect() {
        return new Denoise();
    }

    @Override
    protected String pluginId() {
        return "evergreen.denoise";
    }
}
