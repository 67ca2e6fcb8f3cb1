package dev.evergreen.transition.crossdissolve.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class CrossDissolveTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new CrossDissolve();
    }

    @Override
    protected String pluginId() {
        return "evergreen.cross-dissolve";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
