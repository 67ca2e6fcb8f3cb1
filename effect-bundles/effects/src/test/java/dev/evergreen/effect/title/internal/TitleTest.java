package dev.evergreen.effect.title.internal;

import dev.evergreen.effect.TextEffectContract;
import dev.evergreen.spi.effect.FrameEffect;

class TitleTest extends TextEffectContract {
    @Override
    protected FrameEffect effect() {
        return new Title();
    }

    @Override
    protected String pluginId() {
        return "evergreen.title";
    }
}
