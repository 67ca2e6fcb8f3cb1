package dev.evergreen.sound.noisegate.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.tck.AudioEffectContract;

class NoiseGateTest extends AudioEffectContract {
    @Override
    protected AudioEffect effect() {
        return new NoiseGate();
    }

    @Override
    protected String pluginId() {
        return "evergreen.noise-gate";
    }
}
