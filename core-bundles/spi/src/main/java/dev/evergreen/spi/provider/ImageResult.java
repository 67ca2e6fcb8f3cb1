package dev.evergreen.spi.provider;

import java.util.List;

/**
 * @param image the whole picture
 * @param layers its layers from back to front; empty when it has none
 */
public record ImageResult(MediaFile image, List<Layer> layers) implements Result {
    public ImageResult {
        layers = List.copyOf(layers);
    }

    /**
     * A layer with straight (not premultiplied) alpha, as large as the picture. Drawn in list order with plain source-over.
     *
     * @param image a picture with transparency
     * @param depth 0 is infinitely far and stands still, 1 is nearest and moves most
     */
    public record Layer(MediaFile image, double depth) {}
}
