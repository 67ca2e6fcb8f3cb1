package dev.evergreen.transition.radial.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class RadialTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Radial();
    }

    @Override
    protected String pluginId() {
        return "evergreen.radial";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
