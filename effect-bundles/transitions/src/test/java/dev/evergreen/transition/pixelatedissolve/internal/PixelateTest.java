package dev.evergreen.transition.pixelatedissolve.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class PixelateTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Pixelate();
    }

    @Override
    protected String pluginId() {
        return "evergreen.pixelate-dissolve";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
