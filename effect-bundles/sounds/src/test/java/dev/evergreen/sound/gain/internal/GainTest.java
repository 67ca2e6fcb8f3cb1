package dev.evergreen.sound.gain.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.tck.AudioEffectContract;
import dev.evergreen.tck.DescriptorContract;
import org.junit.jupiter.api.Nested;

class GainTest extends AudioEffectContract {
    @Override
    protected AudioEffect effect() {
        return new Gain();
    }

    @Override
    protected String pluginId() {
        return "evergreen.gain";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
