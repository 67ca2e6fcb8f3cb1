package dev.evergreen.transition.strips.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class StripsTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Strips();
    }

    @Override
    protected String pluginId() {
        return "evergreen.strips";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
