package dev.evergreen.effect.progressbar.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class ProgressBarTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new ProgressBar();
    }

    @Override
    protected String pluginId() {
        return "evergreen.progress-bar";
    }
}
