package dev.evergreen.effect.countdown.internal;

import dev.evergreen.effect.TextEffectContract;
import dev.evergreen.spi.effect.FrameEffect;

class CountdownTest extends TextEffectContract {
    @Override
    protected FrameEffect effect() {
        return new Countdown();
    }

    @Override
    protected String pluginId() {
        return "evergreen.countdown";
    }
}
