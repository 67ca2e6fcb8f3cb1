package dev.evergreen.sound.deesser.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.tck.AudioEffectContract;

class DeEsserTest extends AudioEffectContract {
    @Override
    protected AudioEffect effect() {
        return new DeEsser();
    }

    @Override
    protected String pluginId() {
        return "evergreen.de-esser";
    }
}
