package dev.evergreen.effect.roundedcorners.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class RoundedCornersTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new RoundedCorners();
    }

    @Override
    protected String pluginId() {
        return "evergreen.rounded-corners";
    }
}
