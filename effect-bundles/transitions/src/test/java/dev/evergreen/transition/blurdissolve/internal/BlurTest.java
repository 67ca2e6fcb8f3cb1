package dev.evergreen.transition.blurdissolve.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class BlurTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Blur();
    }

    @Override
    protected String pluginId() {
        return "evergreen.blur-dissolve";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
