package dev.evergreen.transition.diptocolour.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class DipToColourTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new DipToColour();
    }

    @Override
    protected String pluginId() {
        return "evergreen.dip-to-colour";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
