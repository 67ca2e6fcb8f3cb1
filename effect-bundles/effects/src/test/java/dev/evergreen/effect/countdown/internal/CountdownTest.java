package dev.evergreen.effect.countdown.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class CountdownTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new Countdown();
    }

    @Override
    protected String pluginId() {
        return "evergreen.countdown";
    }
}
