package dev.evergreen.effect.reverse.internal;

import dev.evergreen.spi.effect.TimeEffect;
import dev.evergreen.tck.TimeEffectContract;

class ReverseTest extends TimeEffectContract {
    @Override
    protected TimeEffect effect() {
        return new Reverse();
    }

    @Override
    protected String pluginId() {
        return "evergreen.reverse";
    }
}
