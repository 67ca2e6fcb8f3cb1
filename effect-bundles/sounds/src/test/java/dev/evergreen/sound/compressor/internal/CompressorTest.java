package dev.evergreen.sound.compressor.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.tck.AudioEffectContract;

class CompressorTest extends AudioEffectContract {
    @Override
    protected AudioEffect effect() {
        return new Compressor();
    }

    @Override
    protected String pluginId() {
        return "evergreen.compressor";
    }
}
