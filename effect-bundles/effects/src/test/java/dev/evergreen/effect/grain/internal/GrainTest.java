package dev.evergreen.effect.grain.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameEffectContract;
import org.junit.jupiter.api.Nested;

class GrainTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new Grain();
    }

    @Override
    protected String pluginId() {
        return "evergreen.grain";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
