package dev.evergreen.spi.export;

/**
 * How large pictures are.
 *
 * @param width pixels, even, 16 to 8192
 * @param height pixels, even, 16 to 8192
 */
public record PictureSize(int width, int height) {
    private static final int SMALLEST = 16;
    private static final int LARGEST = 8192;

    public PictureSize {
        side("width", width);
        side("height", height);
    }

    private static void side(String name, int pixels) {
        if (pixels < SMALLEST || pixels > LARGEST || pixels % 2 != 0) {
            throw new IllegalArgumentException("The " + name + " of pictures is an even number from " + SMALLEST
                    + " to " + LARGEST + ", but here " + pixels);
        }
    }
}
