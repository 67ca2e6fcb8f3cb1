package dev.evergreen.sound.voicecleanup.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.tck.AudioEffectContract;

class VoiceCleanupTest extends AudioEffectContract {
    @Override
    protected AudioEffect effect() {
        return new VoiceCleanup();
    }

    @Override
    protected String pluginId() {
        return "evergreen.voice-cleanup";
    }
}
