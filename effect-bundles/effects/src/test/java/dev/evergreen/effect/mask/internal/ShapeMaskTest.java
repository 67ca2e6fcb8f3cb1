package dev.evergreen.effect.mask.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class ShapeMaskTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new ShapeMask();
    }

    @Override
    protected String pluginId() {
        return "evergreen.mask";
    }
}
