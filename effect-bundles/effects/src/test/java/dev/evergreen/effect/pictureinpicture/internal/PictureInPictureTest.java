package dev.evergreen.effect.pictureinpicture.internal;

import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.tck.FrameEffectContract;

class PictureInPictureTest extends FrameEffectContract {
    @Override
    protected FrameEffect effect() {
        return new PictureInPicture();
    }

    @Override
    protected String pluginId() {
        return "evergreen.picture-in-picture";
    }
}
