package dev.evergreen.effect.blur.internal;

import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.VideoEffectContract;
import org.junit.jupiter.api.Nested;

class BlurTest extends VideoEffectContract {
    @Override
    protected VideoEffect effect() {
        return new Blur();
    }

    @Override
    protected String pluginId() {
        return "evergreen.blur";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
