package dev.evergreen.effect.blackandwhite.internal;

import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.VideoEffectContract;
import org.junit.jupiter.api.Nested;

class BlackAndWhiteTest extends VideoEffectContract {
    @Override
    protected VideoEffect effect() {
        return new BlackAndWhite();
    }

    @Override
    protected String pluginId() {
        return "evergreen.black-and-white";
    }

    @Nested
    class Descriptors extends DescriptorContract {}
}
