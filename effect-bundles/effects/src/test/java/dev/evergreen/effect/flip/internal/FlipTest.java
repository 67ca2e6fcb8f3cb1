package dev.evergreen.effect.flip.internal;

import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.tck.VideoEffectContract;

class FlipTest extends VideoEffectContract {
    @Override
    protected VideoEffect effect() {
        return new Flip();
    }

    @Override
    protected String pluginId() {
        return "evergreen.flip";
    }
}
