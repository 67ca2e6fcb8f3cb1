package dev.evergreen.transition.squeeze.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class SqueezeTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Squeeze();
    }

    @Override
    protected String pluginId() {
        return "evergreen.squeeze";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
