package dev.evergreen.effect.pixelate.internal;

import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.tck.VideoEffectContract;

class PixelateTest extends VideoEffectContract {
    @Override
    protected VideoEffect effect() {
        return new Pixelate();
    }

    @Override
    protected String pluginId() {
        return "evergreen.pixelate";
    }
}
