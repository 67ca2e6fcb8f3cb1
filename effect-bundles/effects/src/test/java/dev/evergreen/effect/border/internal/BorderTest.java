package dev.evergreen.effect.border.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class BorderTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new Border();
    }

    @Override
    protected String pluginId() {
        return "evergreen.border";
    }
}
