package dev.evergreen.transition.blinds.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class BlindsTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Blinds();
    }

    @Override
    protected String pluginId() {
        return "evergreen.blinds";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
