package dev.evergreen.effect.stabilise.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class StabiliseTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new Stabilise();
    }

    @Override
    protected String pluginId() {
        return "evergreen.stabilise";
    }
}
