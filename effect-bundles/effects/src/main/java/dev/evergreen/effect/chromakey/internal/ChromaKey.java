package dev.evergreen.effect.chromakey.internal;

import dev.evergreen.kit.picture.Mask;
import dev.evergreen.kit.picture.Pixels;
import dev.evergreen.kit.picture.Rows;
import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.VideoFrame;
import dev.evergreen.spi.timeline.Colour;
import org.osgi.service.component.annotations.Component;

/** Clears what has the hue of a colour: alpha from the distance in the plane of Cb and Cr, whatever the light. */
@Component(property = EffectPlugin.ID + "=evergreen.chroma-key")
public final class ChromaKey implements FrameEffect {
    @Override
    public FrameSession open(EffectRequest request, MediaFormat in) {
        ChromaTable table = new ChromaTable(
                Colour.of(request.text("colour", "#00c020")),
                request.number("similarity", 0.22),
                request.number("softness", 0.12),
                request.number("spill", 0.7));
        return (window, position, target) -> {
            VideoFrame frame = window.get(position);
            Rows.copyRows(frame.luma(), 0, target.luma(), 0, target.luma().height());
            Pixels blue = Pixels.of(frame.blue());
            Pixels red = Pixels.of(frame.red());
            Pixels alpha = table.apply(blue, red);
            blue.write(target.blue());
            red.write(target.red());
            Mask.of(enlarged(alpha, in)).multiply(frame, target);
        };
    }

    @Override
    public AlphaUse alpha(EffectRequest request) {
        return AlphaUse.MAKES;
    }

    /** Alpha at the size of luma; chroma is sited on every other column and between two rows. */
    private static Pixels enlarged(Pixels half, MediaFormat in) {
        Pixels full = new Pixels(in.width(), in.height());
        byte[] values = half.values();
        int last = half.width() - 1;
        int[] sums = new int[half.width() + 1];
        for (int y = 0; y < full.height(); y++) {
            int near = y / 2 * half.width();
            int other = Math.max(0, Math.min(half.height() - 1, (y & 1) == 0 ? y / 2 - 1 : y / 2 + 1)) * half.width();
            for (int x = 0; x <= last; x++) {
                sums[x] = 3 * (values[near + x] & 255) + (values[other + x] & 255);
            }
            sums[last + 1] = sums[last];
            int row = y * full.width();
            for (int x = 0; x < full.width(); x++) {
                int column = x >> 1;
                full.values()[row + x] = (byte) (sums[column] + sums[column + (x & 1)] + 4 >> 3);
            }
        }
        return full;
    }
}
