package dev.evergreen.effect.vignette.internal;

import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.VideoEffectContract;
import org.junit.jupiter.api.Nested;

class VignetteTest extends VideoEffectContract {
    @Override
    protected VideoEffect effect() {
        return new Vignette();
    }

    @Override
    protected String pluginId() {
        return "evergreen.vignette";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
