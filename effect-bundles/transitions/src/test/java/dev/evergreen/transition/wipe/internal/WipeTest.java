package dev.evergreen.transition.wipe.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class WipeTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new Wipe();
    }

    @Override
    protected String pluginId() {
        return "evergreen.wipe";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
