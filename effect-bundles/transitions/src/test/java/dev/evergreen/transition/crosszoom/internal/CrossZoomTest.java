package dev.evergreen.transition.crosszoom.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class CrossZoomTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new CrossZoom();
    }

    @Override
    protected String pluginId() {
        return "evergreen.cross-zoom";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
