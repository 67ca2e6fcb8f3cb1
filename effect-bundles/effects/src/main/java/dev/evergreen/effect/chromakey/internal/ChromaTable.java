package dev.evergreen.effect.chromakey.internal;

import dev.evergreen.kit.picture.Colours;
import dev.evergreen.kit.picture.Pixels;
import dev.evergreen.spi.timeline.Colour;

/** What becomes of each pair of Cb and Cr: its alpha, and its colour without the key's reflection. */
final class ChromaTable {
    private final byte[] alpha = new byte[1 << 16];
    private final byte[] blue = new byte[1 << 16];
    private final byte[] red = new byte[1 << 16];

    ChromaTable(Colour key, double similarity, double softness, double spill) {
        int[] planes = Colours.planes(key);
        double keyBlue = planes[1] - 128;
        double keyRed = planes[2] - 128;
        double length = Math.max(1, Math.hypot(keyBlue, keyRed));
        for (int cb = 0; cb < 256; cb++) {
            for (int cr = 0; cr < 256; cr++) {
                double away = Math.hypot(cb - 128 - keyBlue, cr - 128 - keyRed) / 128;
                double stays = softness <= 0 ? (away > similarity ? 1 : 0) : (away - similarity) / softness;
                double along = ((cb - 128) * keyBlue + (cr - 128) * keyRed) / (length * length);
                double taken = Math.max(0, along) * spill;
                int index = cb << 8 | cr;
                alpha[index] = (byte) Math.round(255 * Math.max(0, Math.min(1, stays)));
                blue[index] = clamp(cb - keyBlue * taken);
                red[index] = clamp(cr - keyRed * taken);
            }
        }
    }

    private static byte clamp(double value) {
        return (byte) Math.max(16, Math.min(240, Math.round(value)));
    }

    /** Changes the colours and returns their alpha. */
    Pixels apply(Pixels blues, Pixels reds) {
        Pixels alphas = new Pixels(blues.width(), blues.height());
        for (int i = 0; i < alphas.values().length; i++) {
            int index = (blues.values()[i] & 255) << 8 | (reds.values()[i] & 255);
            alphas.values()[i] = alpha[index];
            blues.values()[i] = blue[index];
            reds.values()[i] = red[index];
        }
        return alphas;
    }
}
