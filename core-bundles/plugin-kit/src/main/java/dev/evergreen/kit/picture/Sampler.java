package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import org.jspecify.annotations.Nullable;

/** Moves pictures by fractions of pixels: bilinear, from a smaller copy where the picture shrinks. Not thread-safe. */
public final class Sampler {
    private static final int ONE = 1 << 16;

    /** A plane's place in the luma plane: its pixel {@code i} lies at {@code i * step + offset}. */
    private record Siting(double step, double offsetX, double offsetY) {
        static final Siting LUMA = new Siting(1, 0.5, 0.5);
        /** Chroma is sited on every other column and between two rows. */
        static final Siting CHROMA = new Siting(2, 0.5, 1);
    }

    /**
     * Draws a frame. Beyond its edges it is clear where the target has alpha; else it repeats its edges.
     *
     * @param target to be written completely
     */
    public void draw(VideoFrame source, Affine from, VideoFrame target) {
        for (int i = 0; i < 3; i++) {
            Siting siting = i == 0 ? Siting.LUMA : Siting.CHROMA;
            draw(Pixels.of(source.plane(i)), siting, from, target.plane(i), false);
        }
        Plane alpha = target.alpha();
        if (alpha != null) {
            draw(alphaOf(source, alpha), Siting.LUMA, from, alpha, true);
        }
    }

    private static Pixels alphaOf(VideoFrame source, Plane like) {
        @Nullable Plane alpha = source.alpha();
        if (alpha != null) {
            return Pixels.of(alpha);
        }
        Pixels opaque = new Pixels(like.width(), like.height());
        java.util.Arrays.fill(opaque.values(), (byte) 255);
        return opaque;
    }

    private static void draw(Pixels plane, Siting siting, Affine from, Plane target, boolean clearOutside) {
        Pixels pixels = plane;
        double size = 1;
        while (from.scale() / size >= 1.5 && pixels.width() > 1 && pixels.height() > 1) {
            pixels = pixels.halved();
            size *= 2;
        }
        // A point of the outcome in the source, in pixels of this plane's copy: the centre of copy's pixel i is at i.
        double step = siting.step;
        double unit = step * size;
        double shift = (size - 1) / 2;
        double stepX = from.xx() * step / unit;
        double stepY = from.yx() * step / unit;
        byte[] row = new byte[target.width()];
        for (int y = 0; y < target.height(); y++) {
            double atY = y * step + siting.offsetY;
            double startX = from.xx() * siting.offsetX + from.xy() * atY + from.x0();
            double startY = from.yx() * siting.offsetX + from.yy() * atY + from.y0();
            long x = fixed(((startX - siting.offsetX) / step - shift) / size);
            long v = fixed(((startY - siting.offsetY) / step - shift) / size);
            if (clearOutside) {
                clear(pixels, row, x, v, fixed(stepX), fixed(stepY));
            } else {
                repeat(pixels, row, x, v, fixed(stepX), fixed(stepY));
            }
            target.data().put(y * target.stride(), row);
        }
    }

    private static long fixed(double value) {
        return Math.round(value * ONE);
    }

    private static void repeat(Pixels pixels, byte[] row, long startX, long startY, long stepX, long stepY) {
        byte[] values = pixels.values();
        int width = pixels.width();
        int lastX = width - 1;
        int lastY = pixels.height() - 1;
        long x = startX;
        long y = startY;
        for (int i = 0; i < row.length; i++) {
            int column = (int) (x >> 16);
            int line = (int) (y >> 16);
            int shareX = (int) (x >> 8) & 255;
            int shareY = (int) (y >> 8) & 255;
            if (column >= 0 && line >= 0 && column < lastX && line < lastY) {
                row[i] = between(values, line * width + column, width, shareX, shareY);
            } else {
                int left = Math.max(0, Math.min(lastX, column));
                int right = Math.max(0, Math.min(lastX, column + 1));
                int upper = Math.max(0, Math.min(lastY, line)) * width;
                int lower = Math.max(0, Math.min(lastY, line + 1)) * width;
                int above = (values[upper + left] & 255) * (256 - shareX) + (values[upper + right] & 255) * shareX;
                int below = (values[lower + left] & 255) * (256 - shareX) + (values[lower + right] & 255) * shareX;
                row[i] = (byte) (above * (256 - shareY) + below * shareY + 32768 >> 16);
            }
            x += stepX;
            y += stepY;
        }
    }

    /** The value at a fractional position inside the picture. */
    private static byte between(byte[] values, int at, int width, int shareX, int shareY) {
        int above = (values[at] & 255) * (256 - shareX) + (values[at + 1] & 255) * shareX;
        int below = (values[at + width] & 255) * (256 - shareX) + (values[at + width + 1] & 255) * shareX;
        return (byte) (above * (256 - shareY) + below * shareY + 32768 >> 16);
    }

    private static void clear(Pixels pixels, byte[] row, long startX, long startY, long stepX, long stepY) {
        byte[] values = pixels.values();
        int width = pixels.width();
        int lastX = width - 1;
        int lastY = pixels.height() - 1;
        long x = startX;
        long y = startY;
        for (int i = 0; i < row.length; i++, x += stepX, y += stepY) {
            int column = (int) (x >> 16);
            int line = (int) (y >> 16);
            int shareX = (int) (x >> 8) & 255;
            int shareY = (int) (y >> 8) & 255;
            if (column >= 0 && line >= 0 && column < lastX && line < lastY) {
                row[i] = between(values, line * width + column, width, shareX, shareY);
                continue;
            }
            if (column < -1 || line < -1 || column > lastX || line > lastY) {
                row[i] = 0;
                continue;
            }
            int above = inside(pixels, column, line) * (256 - shareX) + inside(pixels, column + 1, line) * shareX;
            int below =
                    inside(pixels, column, line + 1) * (256 - shareX) + inside(pixels, column + 1, line + 1) * shareX;
            row[i] = (byte) (above * (256 - shareY) + below * shareY + 32768 >> 16);
        }
    }

    private static int inside(Pixels pixels, int x, int y) {
        return x < 0 || y < 0 || x >= pixels.width() || y >= pixels.height()
                ? 0
                : pixels.values()[y * pixels.width() + x] & 255;
    }
}
