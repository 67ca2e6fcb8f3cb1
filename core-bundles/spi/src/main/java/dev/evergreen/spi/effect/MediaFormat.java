package dev.evergreen.spi.effect;

import dev.evergreen.spi.timeline.FrameRate;
import java.util.Objects;

/**
 * What flows through the engine. Pictures are 8-bit planar YCbCr 4:2:0 with BT.709 primaries, transfer and matrix in the
 * limited range (luma 16 to 235, chroma 16 to 240), progressive, square pixels, chroma sited left. Sound is planar 32-bit
 * floating point at 48 kHz.
 *
 * @param width of the luma plane in pixels; may be odd, then the chroma planes are rounded up
 * @param height of the luma plane in pixels; may be odd
 * @param frameRate of the film
 * @param audioChannels 1 or 2
 */
public record MediaFormat(int width, int height, FrameRate frameRate, int audioChannels) {
    public MediaFormat {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A picture has at least one pixel, but this is " + width + "x" + height);
        }
        Objects.requireNonNull(frameRate, "A media format has no frame rate");
        if (audioChannels < 1 || audioChannels > 2) {
            throw new IllegalArgumentException("Sound has one or two channels, but here are " + audioChannels);
        }
    }

    public int chromaWidth() {
        return (width + 1) / 2;
    }

    public int chromaHeight() {
        return (height + 1) / 2;
    }
}
