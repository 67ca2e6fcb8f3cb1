package dev.evergreen.effect.mosaicregion.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class MosaicRegionTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new MosaicRegion();
    }

    @Override
    protected String pluginId() {
        return "evergreen.mosaic-region";
    }
}
