package dev.evergreen.spi.effect;

import org.jspecify.annotations.Nullable;

/**
 * A picture in memory. It is valid until the call it was given to returns.
 *
 * @param number counted from the clip's (or transition's) start; the same in whatever piece the frame is rendered
 * @param luma as large as the picture
 * @param blue difference (Cb), half as large in both directions, rounded up
 * @param red difference (Cr), like {@code blue}
 * @param alpha as large as the picture; null where it is opaque, and for effects that leave alpha alone: see {@link AlphaUse}
 */
public record VideoFrame(
        long number,
        Plane luma,
        Plane blue,
        Plane red,
        @Nullable Plane alpha) {
    /** An opaque frame. */
    public VideoFrame(long number, Plane luma, Plane blue, Plane red) {
        this(number, luma, blue, red, null);
    }

    /** Luma, Cb or Cr by its index. */
    public Plane plane(int index) {
        return switch (index) {
            case 0 -> luma;
            case 1 -> blue;
            case 2 -> red;
            default -> throw new IndexOutOfBoundsException("A frame has the planes 0, 1 and 2, but not " + index);
        };
    }
}
