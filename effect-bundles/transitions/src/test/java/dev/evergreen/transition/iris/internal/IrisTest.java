package dev.evergreen.transition.iris.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class IrisTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Iris();
    }

    @Override
    protected String pluginId() {
        return "evergreen.iris";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
