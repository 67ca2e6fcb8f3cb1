package dev.evergreen.effect.contrast.internal;

import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.tck.VideoEffectContract;

class ContrastTest extends VideoEffectContract {
    @Override
    protected VideoEffect effect() {
        return new Contrast();
    }

    @Override
    protected String pluginId() {
        return "evergreen.contrast";
    }
}
