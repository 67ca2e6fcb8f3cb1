package dev.evergreen.transition.diamond.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class DiamondTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Diamond();
    }

    @Override
    protected String pluginId() {
        return "evergreen.diamond";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
