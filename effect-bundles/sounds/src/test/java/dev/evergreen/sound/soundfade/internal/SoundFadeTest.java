package dev.evergreen.sound.soundfade.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.tck.AudioEffectContract;

class SoundFadeTest extends AudioEffectContract {
    @Override
    protected AudioEffect effect() {
        return new SoundFade();
    }

    @Override
    protected String pluginId() {
        return "evergreen.sound-fade";
    }
}
