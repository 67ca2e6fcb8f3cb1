package dev.evergreen.spi.timeline;

import java.util.Objects;

/**
 * What the film is painted on.
 *
 * @param width pixels, even, 16 to 8192
 * @param height pixels, even, 16 to 8192
 * @param frameRate the rate at which every frame number in the timeline counts
 * @param background shown where no clip is; its alpha is ignored
 */
public record Canvas(int width, int height, FrameRate frameRate, Colour background) {
    public Canvas {
        side("width", width);
        side("height", height);
        Objects.requireNonNull(frameRate, "The canvas has no frame rate");
        Objects.requireNonNull(background, "The canvas has no background");
    }

    private static void side(String name, int pixels) {
        Check.within("The canvas's " + name, pixels, 16, 8192);
        Check.require(pixels % 2 == 0, "The canvas's " + name + " must be even, but is " + pixels);
    }
}
