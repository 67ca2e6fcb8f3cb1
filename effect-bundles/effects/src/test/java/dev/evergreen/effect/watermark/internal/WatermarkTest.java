package dev.evergreen.effect.watermark.internal;

import dev.evergreen.effect.TextEffectContract;
import dev.evergreen.spi.effect.FrameEffect;

class WatermarkTest extends TextEffectContract {
    @Override
    protected FrameEffect effect() {
        return new Watermark();
    }

    @Override
    protected String pluginId() {
        return "evergreen.watermark";
    }
}
