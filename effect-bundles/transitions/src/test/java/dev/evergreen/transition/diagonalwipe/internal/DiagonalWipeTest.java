package dev.evergreen.transition.diagonalwipe.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class DiagonalWipeTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new DiagonalWipe();
    }

    @Override
    protected String pluginId() {
        return "evergreen.diagonal-wipe";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
