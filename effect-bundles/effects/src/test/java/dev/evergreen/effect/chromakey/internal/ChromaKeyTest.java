package dev.evergreen.effect.chromakey.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class ChromaKeyTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new ChromaKey();
    }

    @Override
    protected String pluginId() {
        return "evergreen.chroma-key";
    }
}
