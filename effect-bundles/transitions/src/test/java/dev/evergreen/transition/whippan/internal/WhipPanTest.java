package dev.evergreen.transition.whippan.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class WhipPanTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new WhipPan();
    }

    @Override
    protected String pluginId() {
        return "evergreen.whip-pan";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
