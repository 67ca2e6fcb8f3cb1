package dev.evergreen.media.internal.draw;

import dev.evergreen.spi.timeline.Colour;

/** Colours as Y, Cb and Cr of ITU-R BT.709 in the limited range. */
final class Yuv {
    private Yuv() {}

    static int[] of(Colour colour) {
        double luma = 0.2126 * colour.red() + 0.7152 * colour.green() + 0.0722 * colour.blue();
        return new int[] {
            (int) Math.round(16 + luma * 219 / 255),
            (int) Math.round(128 + (colour.blue() - luma) / 1.8556 * 224 / 255),
            (int) Math.round(128 + (colour.red() - luma) / 1.5748 * 224 / 255)
        };
    }
}
