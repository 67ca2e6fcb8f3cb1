package dev.evergreen.transition.glitch.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class GlitchTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Glitch();
    }

    @Override
    protected String pluginId() {
        return "evergreen.glitch";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
