package dev.evergreen.effect.lowerthird.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class LowerThirdTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new LowerThird();
    }

    @Override
    protected String pluginId() {
        return "evergreen.lower-third";
    }
}
