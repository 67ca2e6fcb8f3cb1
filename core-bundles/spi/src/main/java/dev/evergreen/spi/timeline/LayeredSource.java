package dev.evergreen.spi.timeline;

import java.util.List;

/**
 * A picture in layers, which the camera moves against each other.
 *
 * @param layers 1 to 32, back to front, all of one size; what the hindmost leaves open shows the canvas's background
 */
public record LayeredSource(List<PictureLayer> layers) implements VisualSource {
    public LayeredSource {
        layers = List.copyOf(layers);
        Check.within("The number of layers", layers.size(), 1, 32);
    }
}
