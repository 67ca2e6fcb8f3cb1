package dev.evergreen.effect.sepia.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameEffectContract;
import org.junit.jupiter.api.Nested;

class SepiaTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new Sepia();
    }

    @Override
    protected String pluginId() {
        return "evergreen.sepia";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
