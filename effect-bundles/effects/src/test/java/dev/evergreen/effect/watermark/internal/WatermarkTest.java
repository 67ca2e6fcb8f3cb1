package dev.evergreen.effect.watermark.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class WatermarkTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new Watermark();
    }

    @Override
    protected String pluginId() {
        return "evergreen.watermark";
    }
}
