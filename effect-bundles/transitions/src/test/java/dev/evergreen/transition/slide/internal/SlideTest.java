package dev.evergreen.transition.slide.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class SlideTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Slide();
    }

    @Override
    protected String pluginId() {
        return "evergreen.slide";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
