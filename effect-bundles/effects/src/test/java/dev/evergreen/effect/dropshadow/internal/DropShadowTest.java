package dev.evergreen.effect.dropshadow.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class DropShadowTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new DropShadow();
    }

    @Override
    protected String pluginId() {
        return "evergreen.drop-shadow";
    }
}
