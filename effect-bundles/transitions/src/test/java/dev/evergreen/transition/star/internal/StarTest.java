package dev.evergreen.transition.star.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class StarTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Star();
    }

    @Override
    protected String pluginId() {
        return "evergreen.star";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
