package dev.evergreen.effect.chromaticaberration.internal;

import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.tck.VideoEffectContract;

class ChromaticAberrationTest extends VideoEffectContract {
    @Override
    protected VideoEffect effect() {
        return new ChromaticAberration();
    }

    @Override
    protected String pluginId() {
        return "evergreen.chromatic-aberration";
    }
}
