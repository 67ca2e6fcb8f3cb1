package dev.evergreen.effect.parallax.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class ParallaxTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new Parallax();
    }

    @Override
    protected String pluginId() {
        return "evergreen.parallax";
    }
}
