package dev.evergreen.effect.title.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class TitleTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new Title();
    }

    @Override
    protected String pluginId() {
        return "evergreen.title";
    }
}
