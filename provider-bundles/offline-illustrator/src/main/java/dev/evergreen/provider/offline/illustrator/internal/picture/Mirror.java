package dev.evergreen.provider.offline.illustrator.internal.picture;

import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;

/** Reflections in water and on wet streets. */
public final class Mirror {
    private Mirror() {}

    /**
     * Mirrors what stands behind a water line into what is painted there, rippled row by row.
     *
     * @param waterline in canvas units
     * @param strength 0 to 1
     * @param squash below 1 the reflection is shorter than what it reflects
     */
    public static void reflect(
            Picture picture, LayerKind water, double waterline, double strength, double squash, LayerKind... sources) {
        Layer target = picture.layer(water);
        for (LayerKind source : sources) {
            reflect(
                    picture,
                    target,
                    target.row(waterline),
                    strength,
                    squash,
                    picture.layer(source).pixels());
        }
    }

    private static void reflect(Picture picture, Layer target, int line, double strength, double squash, int[] from) {
        int width = picture.pixelWidth();
        int height = picture.pixelHeight();
        double unit = picture.unit();
        int[] into = target.pixels();
        for (int y = Math.max(0, line); y < height; y++) {
            int sourceRow = (int) (line - (y - line) / squash);
            if (sourceRow < 0 || sourceRow >= height) {
                break;
            }
            double near = (y - line) / (double) Math.max(1, height - line);
            int share = (int) (strength * (1 - near * .55) * 256);
            double canvasY = y / unit;
            double broad = (Noise.smooth(canvasY * .16, 3, 5) - .5) * (4 + near * 60);
            double fine = (Noise.smooth(canvasY * .55, 9, 7) - .5) * 10;
            int shift = (int) ((broad + fine) * unit);
            for (int x = 0; x < width; x++) {
                int sourceX = Math.min(width - 1, Math.max(0, x + shift));
                int at = y * width + x;
                if (into[at] >>> 24 != 0) {
                    into[at] = blend(into[at], from[sourceRow * width + sourceX], share);
                }
            }
        }
    }

    /** Both premultiplied; the target keeps its alpha. */
    private static int blend(int under, int over, int share) {
        int cover = (over >>> 24) * share >> 8;
        if (cover == 0) {
            return under;
        }
        int rest = 255 - cover;
        int r = ((over >> 16 & 255) * share >> 8) + (under >> 16 & 255) * rest / 255;
        int g = ((over >> 8 & 255) * share >> 8) + (under >> 8 & 255) * rest / 255;
        int b = ((over & 255) * share >> 8) + (under & 255) * rest / 255;
        return under & 0xFF000000 | r << 16 | g << 8 | b;
    }
}
