package dev.evergreen.effect.crop.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class CropTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new Crop();
    }

    @Override
    protected String pluginId() {
        return "evergreen.crop";
    }
}
