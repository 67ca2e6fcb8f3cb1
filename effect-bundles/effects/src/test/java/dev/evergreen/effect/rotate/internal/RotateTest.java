package dev.evergreen.effect.rotate.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class RotateTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new Rotate();
    }

    @Override
    protected String pluginId() {
        return "evergreen.rotate";
    }
}
