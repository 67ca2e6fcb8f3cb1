package dev.evergreen.transition.barndoors.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class BarnDoorsTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new BarnDoors();
    }

    @Override
    protected String pluginId() {
        return "evergreen.barn-doors";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
