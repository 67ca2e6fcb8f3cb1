package dev.evergreen.transition.checkerboard.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class CheckerboardTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Checkerboard();
    }

    @Override
    protected String pluginId() {
        return "evergreen.checkerboard";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
