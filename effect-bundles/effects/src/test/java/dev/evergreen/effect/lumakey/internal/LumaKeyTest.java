package dev.evergreen.effect.lumakey.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class LumaKeyTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new LumaKey();
    }

    @Override
    protected String pluginId() {
        return "evergreen.luma-key";
    }
}
