package dev.evergreen.media.internal.text;

import dev.evergreen.spi.timeline.Colour;

/**
 * What painted words throw on the picture: their own shape, blurred, to the right and down.
 *
 * @param colour clear for none
 * @param fall how far it falls, in pixels; it is blurred about as far
 */
record Shadow(Colour colour, double fall) {
    static final Shadow NONE = new Shadow(Colour.CLEAR, 0);

    /** How far it goes beyond what throws it, in pixels. */
    double reach() {
        return colour.alpha() == 0 ? 0 : 3 * fall + 2;
    }

    /** Lays it under a picture, given as colours that are not multiplied with their alpha. */
    void under(int[] argb, int width, int height) {
        if (colour.alpha() == 0) {
            return;
        }
        int shift = Math.max(1, (int) Math.round(fall));
        int radius = Math.max(1, (int) Math.round(fall * 0.7));
        int[] shade = new int[argb.length];
        for (int y = shift; y < height; y++) {
            for (int x = shift; x < width; x++) {
                shade[y * width + x] = argb[(y - shift) * width + x - shift] >>> 24;
            }
        }
        int[] blurred = new int[argb.length];
        for (int y = 0; y < height; y++) {
            blur(shade, blurred, y * width, 1, width, radius);
        }
        for (int x = 0; x < width; x++) {
            blur(blurred, shade, x, width, height, radius);
        }
        for (int i = 0; i < argb.length; i++) {
            argb[i] = over(argb[i], shade[i] * colour.alpha() / 255);
        }
    }

    /** The mean over a window, along one row or column. */
    private static void blur(int[] from, int[] to, int start, int step, int count, int radius) {
        int sum = 0;
        for (int i = -radius; i < count; i++) {
            if (i + radius < count) {
                sum += from[start + (i + radius) * step];
            }
            if (i > radius) {
                sum -= from[start + (i - radius - 1) * step];
            }
            if (i >= 0) {
                to[start + i * step] = sum / (2 * radius + 1);
            }
        }
    }

    /** Porter and Duff's "over", the shadow below. */
    private int over(int above, int shade) {
        int alpha = above >>> 24;
        int below = shade * (255 - alpha) / 255;
        int whole = alpha + below;
        if (whole == 0 || below == 0) {
            return above;
        }
        int red = ((above >> 16 & 255) * alpha + colour.red() * below) / whole;
        int green = ((above >> 8 & 255) * alpha + colour.green() * below) / whole;
        int blue = ((above & 255) * alpha + colour.blue() * below) / whole;
        return whole << 24 | red << 16 | green << 8 | blue;
    }
}
