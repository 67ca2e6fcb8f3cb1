package dev.evergreen.sound.pitch.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.tck.AudioEffectContract;

class PitchTest extends AudioEffectContract {
    @Override
    protected AudioEffect effect() {
        return new Pitch();
    }

    @Override
    protected String pluginId() {
        return "evergreen.pitch";
    }
}
