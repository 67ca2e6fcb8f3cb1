package dev.evergreen.transition.additivedissolve.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class AdditiveDissolveTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new AdditiveDissolve();
    }

    @Override
    protected String pluginId() {
        return "evergreen.additive-dissolve";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
