package dev.evergreen.transition.flash.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class FlashTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Flash();
    }

    @Override
    protected String pluginId() {
        return "evergreen.flash";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
