package dev.evergreen.sound.reverb.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.tck.AudioEffectContract;

class ReverbTest extends AudioEffectContract {
    @Override
    protected AudioEffect effect() {
        return new Reverb();
    }

    @Override
    protected String pluginId() {
        return "evergreen.reverb";
    }
}
