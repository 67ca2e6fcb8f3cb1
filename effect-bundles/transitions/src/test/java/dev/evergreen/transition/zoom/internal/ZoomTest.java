package dev.evergreen.transition.zoom.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class ZoomTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Zoom();
    }

    @Override
    protected String pluginId() {
        return "evergreen.zoom";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
