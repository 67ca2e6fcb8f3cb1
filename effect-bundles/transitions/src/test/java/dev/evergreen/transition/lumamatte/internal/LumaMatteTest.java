package dev.evergreen.transition.lumamatte.internal;

import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.FrameTransitionContract;
import org.junit.jupiter.api.Nested;

class LumaMatteTest extends FrameTransitionContract {
    @Override
    protected FrameTransition transition() {
        return new LumaMatte();
    }

    @Override
    protected String pluginId() {
        return "evergreen.luma-matte";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
