package dev.evergreen.spi.timeline;

/**
 * Where on the canvas a clip appears, as fractions of the canvas.
 *
 * @param x left edge, 0 to 1
 * @param y upper edge, 0 to 1
 * @param width above 0; {@code x + width} is at most 1
 * @param height above 0; {@code y + height} is at most 1
 * @param opacity 0 (clear) to 1 (opaque)
 */
public record Placement(double x, double y, double width, double height, double opacity) {
    /** All of the canvas, opaque. */
    public static final Placement FULL = new Placement(0, 0, 1, 1, 1);

    public Placement {
        Check.within("The placement's x", x, 0, 1);
        Check.within("The placement's y", y, 0, 1);
        Check.within("The placement's opacity", opacity, 0, 1);
        Check.require(
                width > 0 && height > 0 && x + width <= 1.000001 && y + height <= 1.000001,
                "A placement must lie inside the canvas, but " + x + "," + y + " " + width + "x" + height
                        + " does not");
    }
}
