package dev.evergreen.spi.timeline;

/**
 * One layer of a picture.
 *
 * @param digest of a picture with transparency, as large as the other layers
 * @param depth 0 (farthest) to 1 (nearest)
 */
public record PictureLayer(String digest, double depth) {
    public PictureLayer {
        Check.digest("A layer's digest", digest);
        Check.within("A layer's depth", depth, 0, 1);
    }
}
