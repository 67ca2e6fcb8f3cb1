package dev.evergreen.sound.equalizer.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.tck.AudioEffectContract;

class EqualizerTest extends AudioEffectContract {
    @Override
    protected AudioEffect effect() {
        return new Equalizer();
    }

    @Override
    protected String pluginId() {
        return "evergreen.equalizer";
    }
}
