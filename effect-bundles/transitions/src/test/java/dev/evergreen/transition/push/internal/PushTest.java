package dev.evergreen.transition.push.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class PushTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Push();
    }

    @Override
    protected String pluginId() {
        return "evergreen.push";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
