package dev.evergreen.effect.directionalblur.internal;

import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.tck.VideoEffectContract;

class DirectionalBlurTest extends VideoEffectContract {
    @Override
    protected VideoEffect effect() {
        return new DirectionalBlur();
    }

    @Override
    protected String pluginId() {
        return "evergreen.directional-blur";
    }
}
