package dev.evergreen.effect.freeze.internal;

import dev.evergreen.spi.effect.TimeEffect;
import dev.evergreen.tck.TimeEffectContract;

class FreezeTest extends TimeEffectContract {
    @Override
    protected TimeEffect effect() {
        return new Freeze();
    }

    @Override
    protected String pluginId() {
        return "evergreen.freeze";
    }
}
