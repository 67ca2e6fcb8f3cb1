package dev.evergreen.transition.uncover.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class UncoverTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Uncover();
    }

    @Override
    protected String pluginId() {
        return "evergreen.uncover";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
