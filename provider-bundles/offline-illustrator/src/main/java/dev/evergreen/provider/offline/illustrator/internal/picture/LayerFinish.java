package dev.evergreen.provider.offline.illustrator.internal.picture;

import dev.evergreen.provider.offline.illustrator.internal.colour.Colour;
import java.util.Arrays;

/**
 * What turns flat shapes into a painting: ragged edges, paper, light on edges, and the final tones. It is all inside the layers, so that a
 * camera that moves them apart shows the same picture as the one that is whole.
 */
final class LayerFinish {
    private static final int WOBBLE_UNITS = 11;
    /** The largest value of {@link PaperTexture#wobbleX}. */
    private static final int MOST_WOBBLE = 44;

    private final Picture picture;
    private final int width;
    private final int height;
    private final int rimX;
    private final int rimY;
    private final int light;

    LayerFinish(Picture picture) {
        this.picture = picture;
        width = picture.pixelWidth();
        height = picture.pixelHeight();
        rimX = (int) ((picture.lightX < picture.stageX ? -1 : 1) * 3.2 * picture.unit());
        rimY = (int) (-2.2 * picture.unit());
        light = picture.palette.light();
    }

    /**
     * @param out gets straight-alpha 0xAARRGGBB
     * @return whether every pixel is opaque
     */
    boolean finish(Layer layer, int[] out) {
        int[] in = layer.pixels();
        boolean opaque = true;
        PaperTexture paper = PaperTexture.get();
        byte[] tone = paper.tone();
        byte[] wobbleX = paper.wobbleX();
        byte[] wobbleY = paper.wobbleY();
        int offset = layer.kind().ordinal() * 131 & 1023;
        int wobble = (int) (layer.kind().wobble() * WOBBLE_UNITS * picture.unit());
        boolean textured = layer.kind().texture() > 0;
        int rim = (int) (layer.rim() * 256);
        int reach = (wobble * MOST_WOBBLE >> 8) + 1;
        Occupancy occupied = new Occupancy(in, width, height);
        for (int y = 0; y < height; y++) {
            int row = y * width;
            int first = Math.max(0, occupied.first(y, reach) - reach);
            int end = Math.min(width, occupied.end(y, reach) + reach);
            if (first > 0 || end < width) {
                opaque = false;
                Arrays.fill(out, row, row + width, 0);
            }
            int tileRow = ((y >> 1) + offset & PaperTexture.ROWS - 1) * PaperTexture.COLUMNS;
            for (int x = first; x < end; x++) {
                int tile = tileRow + ((x >> 1) + offset & PaperTexture.COLUMNS - 1);
                int fromX = inside(x + (wobbleX[tile] * wobble >> 8), width);
                int fromY = inside(y + (wobbleY[tile] * wobble >> 8), height);
                int pixel = in[fromY * width + fromX];
                int alpha = pixel >>> 24;
                if (alpha == 0) {
                    out[row + x] = 0;
                    opaque = false;
                    continue;
                }
                int edge = rim == 0 ? 0 : edge(in, fromX, fromY, alpha) * rim >> 8;
                int tint = textured ? tone[tile] : 0;
                out[row + x] = alpha << 24 | tinted(pixel, alpha, tint, edge);
                opaque &= alpha == 255;
            }
        }
        return opaque;
    }

    private int tinted(int pixel, int alpha, int tint, int edge) {
        int r = pixel >> 16 & 255;
        int g = pixel >> 8 & 255;
        int b = pixel & 255;
        if (alpha < 255) {
            int whole = (255 << 16) / alpha;
            r = Math.min(r, alpha) * whole + 32768 >> 16;
            g = Math.min(g, alpha) * whole + 32768 >> 16;
            b = Math.min(b, alpha) * whole + 32768 >> 16;
        }
        // Streaks also shift between warm and cool.
        int warmth = tint * 3 >> 3;
        r = r * (256 + tint + warmth) >> 8;
        g = g * (256 + tint) >> 8;
        b = b * (256 + tint - warmth) >> 8;
        if (edge > 0) {
            r += (Colour.red(light) - r) * edge >> 8;
            g += (Colour.green(light) - g) * edge >> 8;
            b += (Colour.blue(light) - b) * edge >> 8;
        }
        return ToneCurve.apply(Math.min(r, 255), Math.min(g, 255), Math.min(b, 255));
    }

    /** How much emptier the neighbour towards the light is: the lit rim of a silhouette. */
    private int edge(int[] in, int x, int y, int alpha) {
        int neighbourX = x + rimX;
        int neighbourY = y + rimY;
        if (neighbourX < 0 || neighbourY < 0 || neighbourX >= width || neighbourY >= height) {
            return 0;
        }
        return Math.max(0, alpha - (in[neighbourY * width + neighbourX] >>> 24));
    }

    private static int inside(int at, int size) {
        return at < 0 ? 0 : at >= size ? size - 1 : at;
    }

    /** Darkens the corners of the topmost layer. */
    void vignette(int[] pixels) {
        int shade = picture.palette.shade();
        double[] fromMiddle = new double[width];
        for (int x = 0; x < width; x++) {
            double q = (x - width * .5) / (width * .5);
            fromMiddle[x] = q * q * .75;
        }
        for (int y = 0; y < height; y++) {
            double q = (y - height * .5) / (height * .5);
            double row = q * q * .6 - .45;
            for (int x = 0; x < width; x++) {
                double out = fromMiddle[x] + row;
                if (out > 0) {
                    int at = y * width + x;
                    pixels[at] = over((int) (Math.min(.5, out * .42) * 255), shade, pixels[at]);
                }
            }
        }
    }

    private static int over(int share, int colour, int below) {
        if (below >>> 24 == 0) {
            return share << 24 | colour;
        }
        int under = (below >>> 24) * (255 - share) / 255;
        int alpha = share + under;
        if (alpha == 0) {
            return 0;
        }
        int r = (Colour.red(colour) * share + Colour.red(below) * under) / alpha;
        int g = (Colour.green(colour) * share + Colour.green(below) * under) / alpha;
        int b = (Colour.blue(colour) * share + Colour.blue(below) * under) / alpha;
        return alpha << 24 | r << 16 | g << 8 | b;
    }
}
