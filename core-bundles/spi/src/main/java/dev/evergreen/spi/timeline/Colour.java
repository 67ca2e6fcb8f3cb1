package dev.evergreen.spi.timeline;

/**
 * A colour in sRGB, not premultiplied.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 * @param alpha 0 (clear) to 255 (opaque)
 */
public record Colour(int red, int green, int blue, int alpha) {
    public static final Colour BLACK = new Colour(0, 0, 0, 255);
    public static final Colour WHITE = new Colour(255, 255, 255, 255);
    public static final Colour CLEAR = new Colour(0, 0, 0, 0);

    public Colour {
        Check.within("Red", red, 0, 255);
        Check.within("Green", green, 0, 255);
        Check.within("Blue", blue, 0, 255);
        Check.within("Alpha", alpha, 0, 255);
    }

    /**
     * @param hex {@code #rrggbb} or {@code #rrggbbaa}
     */
    public static Colour of(String hex) {
        Check.require(
                hex.matches("#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?"),
                "A colour is written #rrggbb or #rrggbbaa, but this is " + hex);
        int alpha = hex.length() == 9 ? Integer.parseInt(hex.substring(7), 16) : 255;
        int rgb = Integer.parseInt(hex.substring(1, 7), 16);
        return new Colour(rgb >> 16, rgb >> 8 & 255, rgb & 255, alpha);
    }

    /** {@code #rrggbb}, or {@code #rrggbbaa} where it is not opaque. */
    public String hex() {
        String rgb = String.format("#%02x%02x%02x", red, green, blue);
        return alpha == 255 ? rgb : rgb + String.format("%02x", alpha);
    }
}
