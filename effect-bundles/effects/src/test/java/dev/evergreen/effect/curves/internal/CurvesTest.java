package dev.evergreen.effect.curves.internal;

import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.tck.VideoEffectContract;

class CurvesTest extends VideoEffectContract {
    @Override
    protected VideoEffect effect() {
        return new Curves();
    }

    @Override
    protected String pluginId() {
        return "evergreen.curves";
    }
}
