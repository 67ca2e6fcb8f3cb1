package dev.evergreen.effect.kenburns.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class KenBurnsTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new KenBurns();
    }

    @Override
    protected String pluginId() {
        return "evergreen.ken-burns";
    }
}
