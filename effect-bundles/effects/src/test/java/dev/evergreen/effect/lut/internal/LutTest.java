package dev.evergreen.effect.lut.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class LutTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new Lut();
    }

    @Override
    protected String pluginId() {
        return "evergreen.lut";
    }
}
