package dev.evergreen.sound.limiter.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.tck.AudioEffectContract;

class LimiterTest extends AudioEffectContract {
    @Override
    protected AudioEffect effect() {
        return new Limiter();
    }

    @Override
    protected String pluginId() {
        return "evergreen.limiter";
    }
}
