package dev.evergreen.sound.echo.internal;

import dev.evergreen.spi.effect.AudioEffect;
import dev.evergreen.tck.AudioEffectContract;

class EchoTest extends AudioEffectContract {
    @Override
    protected AudioEffect effect() {
        return new Echo();
    }

    @Override
    protected String pluginId() {
        return "evergreen.echo";
    }
}
