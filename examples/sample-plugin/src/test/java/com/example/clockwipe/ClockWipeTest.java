package com.example.clockwipe;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

/** The kit's tests are all the tests that a transition needs to begin with. */
class ClockWipeTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new ClockWipe();
    }

    @Override
    protected String pluginId() {
        return "com.example.clock-wipe";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
