package dev.evergreen.sound.noisereduction.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.tck.AudioEffectContract;

class NoiseReductionTest extends AudioEffectContract {
    @Override
    protected AudioEffect effect() {
        return new NoiseReduction();
    }

    @Override
    protected String pluginId() {
        return "evergreen.noise-reduction";
    }
}
