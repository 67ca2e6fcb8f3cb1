package dev.evergreen.transition.clock.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class ClockTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Clock();
    }

    @Override
    protected String pluginId() {
        return "evergreen.clock";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
