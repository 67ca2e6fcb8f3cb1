package dev.evergreen.transition.cut.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class CutTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Cut();
    }

    @Override
    protected String pluginId() {
        return "evergreen.cut";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
