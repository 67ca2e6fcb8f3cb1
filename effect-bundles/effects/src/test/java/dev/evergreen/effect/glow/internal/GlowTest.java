package dev.evergreen.effect.glow.internal;

import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.tck.VideoEffectContract;

class GlowTest extends VideoEffectContract {
    @Override
    protected VideoEffect effect() {
        return new Glow();
    }

    @Override
    protected String pluginId() {
        return "evergreen.glow";
    }
}
