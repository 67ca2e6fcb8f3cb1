package dev.evergreen.transition.randomblocks.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class RandomBlocksTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new RandomBlocks();
    }

    @Override
    protected String pluginId() {
        return "evergreen.random-blocks";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
