package dev.evergreen.sound.telephone.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.tck.AudioEffectContract;

class TelephoneTest extends AudioEffectContract {
    @Override
    protected AudioEffect effect() {
        return new Telephone();
    }

    @Override
    protected String pluginId() {
        return "evergreen.telephone";
    }
}
