package dev.evergreen.transition.heart.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class HeartTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Heart();
    }

    @Override
    protected String pluginId() {
        return "evergreen.heart";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
