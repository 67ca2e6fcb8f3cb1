package dev.evergreen.effect.dropshadow.internal;

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

    /** All in pixels. */
    Shadow(double x, double y, double softness) {
        this.x = x;
        this.y = y;
        this.softness = softness;
    }

    /** Where the shadow falls, 0 to 255, as large as the shape. */
    Pixels of(Pixels shape) {
        Pixels small = shape.halved().halved();
        small.blur(softness / SMALLER, 0);
        Pixels large = new Pixels(shape.width(), shape.height());
        int[] across = places(large.width(), x);
        int[] down = places(large.height(), y);
        for (int row = 0; row < large.height(); row++) {
            for (int column = 0; column < large.width(); column++) {
                large.values()[row * large.width() + column] = at(small, across[column], down[row]);
            }
        }
        return large;
    }

    /** Where each pixel lies in the small copy, times 256. */
    private static int[] places(int length, double shift) {
        int[] places = new int[length];
        for (int i = 0; i < length; i++) {
            places[i] = (int) Math.round(256 * ((i + 0.5 - shift) / SMALLER - 0.5));
        }
        return places;
    }

    private static byte at(Pixels small, int x, int y) {
        int left = x >> 8;
        int top = y >> 8;
        if (left < -1 || top < -1 || left >= small.width() || top >= small.height()) {
            return 0;
        }
        int across = x & 255;
        int down = y & 255;
        int above = small.at(left, top) * (256 - across) + small.at(left + 1, top) * across;
        int below = small.at(left, top + 1) * (256 - across) + small.at(left + 1, top + 1) * across;
        return (byte) (above * (256 - down) + below * down + 32768 >> 16);
    }

    /** Lays the shadow under a frame of the shape. */
    void under(Pixels shape, Pixels shadow, double opacity, int[] colour, VideoFrame target) {
        int share = (int) Math.round(256 * opacity);
        for (int i = 0; i < 3; i++) {
            Plane plane = target.plane(i);
            int step = i == 0 ? 1 : 2;
            for (int row = 0; row < plane.height(); row++) {
                for (int column = 0; column < plane.width(); column++) {
                    int a = shape.at(column * step, row * step);
                    if (a < 255) {
                        int behind = ((shadow.at(column * step, row * step) * share) >> 8) * (255 - a) / 255;
                        int at = row * plane.stride() + column;
                        int sum = (plane.data().get(at) & 255) * a + colour[i] * behind;
                        plane.data().put(at, (byte) (a + behind == 0 ? colour[i] : sum / (a + behind)));
                    }
                }
            }
        }
        Plane alpha = Objects.requireNonNull(target.alpha());
        byte[] values = new byte[alpha.width()];
        for (int row = 0; row < alpha.height(); row++) {
            for (int column = 0; column < values.length; column++) {
                int a = shape.at(column, row);
                values[column] = (byte) (a + ((shadow.at(column, row) * share) >> 8) * (255 - a) / 255);
            }
            alpha.data().put(row * alpha.stride(), values);
        }
    }
}
