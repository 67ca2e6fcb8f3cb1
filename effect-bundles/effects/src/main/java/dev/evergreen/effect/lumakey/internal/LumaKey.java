package dev.evergreen.effect.lumakey.internal;

import dev.evergreen.kit.picture.Mask;
import dev.evergreen.kit.picture.Pixels;
import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoFrame;
import org.osgi.service.component.annotations.Component;

/** Takes alpha from luma. */
@Component(property = EffectPlugin.ID + "=evergreen.luma-key")
public final class LumaKey implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        boolean dark = request.text("clears", "dark").equals("dark");
        double softness = Math.max(1e-3, request.number("softness", 0.1));
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            double threshold = request.number("threshold", 0.3, frame.number());
            byte[] table = new byte[256];
            for (int y = 0; y < 256; y++) {
                double above = ((y - 16) / 219.0 - threshold) / softness + 0.5;
                double stays = Math.max(0, Math.min(1, dark ? above : 1 - above));
                table[y] = (byte) Math.round(255 * stays);
            }
            Pixels mask = Pixels.of(frame.luma());
            for (int i = 0; i < mask.values().length; i++) {
                mask.values()[i] = table[mask.values()[i] & 255];
            }
            Mask.of(mask).apply(frame, target);
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.MAKES;
    }
}
