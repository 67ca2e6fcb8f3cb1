package dev.evergreen.effect.lowerthird.internal;

import dev.evergreen.effect.TextEffectContract;
import dev.evergreen.spi.effect.FrameEffect;

class LowerThirdTest extends TextEffectContract {
    @Override
    protected FrameEffect effect() {
        return new LowerThird();
    }

    @Override
    protected String pluginId() {
        return "evergreen.lower-third";
    }
}
