package dev.evergreen.effect.shake.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class ShakeTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new Shake();
    }

    @Override
    protected String pluginId() {
        return "evergreen.shake";
    }
}
