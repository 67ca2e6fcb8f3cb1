package dev.evergreen.effect.dropshadow.internal;

import dev.evergreen.kit.picture.Latest;
import dev.evergreen.kit.picture.Pixels;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import java.util.Objects;

/** The shadow of a shape. */
final class Shadow {
    private static final int SMALLER = 4;

    private final double x;
    private final double y;
    private final double softness;
    private final Latest<Pixels, Pixels> shadows = new Latest<>(this::cast);

    /** All in pixels. */
    Shadow(double x, double y, double softness) {
        this.x = x;
        this.y = y;
        this.softness = softness;
    }

    /** Where the shadow falls, 0 to 255, as large as the shape. A shape that rests keeps its shadow. */
    Pixels of(Pixels shape) {
        return shadows.of(shape);
    }

    private Pixels cast(Pixels shape) {
        Pixels small = shape.halved().halved();
        small.blur(softness / SMALLER, 0);
        Pixels large = new Pixels(shape.width(), shape.height());
        int[] across = places(large.width(), x);
        int[] down = places(large.height(), y);
        int[] line = new int[small.width() + 2];
        for (int row = 0; row < large.height(); row++) {
            int top = down[row] >> 8;
            if (top < -1 || top >= small.height()) {
                continue;
            }
            mix(small, top, down[row] & 255, line);
            int index = row * large.width();
            for (int column = 0; column < across.length; column++) {
                int left = across[column] >> 8;
                if (left >= -1 && left < small.width()) {
                    int share = across[column] & 255;
                    int value = line[left + 1] * (256 - share) + line[left + 2] * share;
                    large.values()[index + column] = (byte) (value + 32768 >> 16);
                }
            }
        }
        return large;
    }

    /** What lies between two rows, times 256, with one more pixel on either side; those beyond the edges are like the nearest. */
    private static void mix(Pixels small, int top, int share, int[] line) {
        byte[] values = small.values();
        int width = small.width();
        int upper = Math.max(0, top) * width;
        int lower = Math.min(small.height() - 1, top + 1) * width;
        for (int x = 0; x < width; x++) {
            line[x + 1] = (values[upper + x] & 255) * (256 - share) + (values[lower + x] & 255) * share;
        }
        line[0] = line[1];
        line[width + 1] = line[width];
    }

    /** Where each pixel lies in the small copy, times 256. */
    private static int[] places(int length, double shift) {
        int[] places = new int[length];
        for (int i = 0; i < length; i++) {
            places[i] = (int) Math.round(256 * ((i + 0.5 - shift) / SMALLER - 0.5));
        }
        return places;
    }

    /** Lays the shadow under a frame of the shape. */
    void under(Pixels shape, Pixels shadow, double opacity, int[] colour, VideoFrame target) {
        int share = (int) Math.round(256 * opacity);
        byte[] shown = new byte[shape.width()];
        for (int row = 0; row < shape.height(); row++) {
            int index = row * shape.width();
            if (opaque(shape.values(), index, index + shape.width())) {
                continue;
            }
            for (int i = 0; i < 3; i++) {
                int step = i == 0 ? 1 : 2;
                if (row % step == 0) {
                    Plane plane = target.plane(i);
                    int at = row / step * plane.stride();
                    plane.data().get(at, shown, 0, plane.width());
                    colours(shape.values(), shadow.values(), index, step, share, colour[i], shown, plane.width());
                    plane.data().put(at, shown, 0, plane.width());
                }
            }
            Plane alpha = Objects.requireNonNull(target.alpha());
            for (int x = 0; x < shown.length; x++) {
                int a = shape.values()[index + x] & 255;
                shown[x] = (byte) (a + behind(shadow.values()[index + x] & 255, share, a));
            }
            alpha.data().put(row * alpha.stride(), shown, 0, shown.length);
        }
    }

    private static boolean opaque(byte[] shape, int from, int to) {
        for (int i = from; i < to; i++) {
            if (shape[i] != -1) {
                return false;
            }
        }
        return true;
    }

    /** What is seen of the shadow behind a pixel of the shape. */
    private static int behind(int shadow, int share, int shape) {
        // Divided by 255.
        return (shadow * share >> 8) * (255 - shape) * 0x8081 >>> 23;
    }

    private static void colours(
            byte[] shape, byte[] shadow, int index, int step, int share, int colour, byte[] shown, int width) {
        for (int x = 0; x < width; x++) {
            int a = shape[index + x * step] & 255;
            if (a == 0) {
                shown[x] = (byte) colour;
            } else if (a < 255) {
                int behind = behind(shadow[index + x * step] & 255, share, a);
                shown[x] = (byte) (((shown[x] & 255) * a + colour * behind) / (a + behind));
            }
        }
    }
}
