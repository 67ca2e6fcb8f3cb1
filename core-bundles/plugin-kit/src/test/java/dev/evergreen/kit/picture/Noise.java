package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import java.util.SplittableRandom;

/** Random pictures, the same for the same seed. */
final class Noise {
    private Noise() {}

    static Plane plane(long seed, int width, int height) {
        SplittableRandom random = new SplittableRandom(seed);
        Plane plane = Planes.plane(width, height);
        for (int i = 0; i < plane.data().capacity(); i++) {
            plane.data().put(i, (byte) random.nextInt(256));
        }
        return plane;
    }

    static VideoFrame frame(long seed, int width, int height, boolean transparent) {
        int chromaWidth = (width + 1) / 2;
        int chromaHeight = (height + 1) / 2;
        return new VideoFrame(
                0,
                plane(seed, width, height),
                plane(seed + 1, chromaWidth, chromaHeight),
                plane(seed + 2, chromaWidth, chromaHeight),
                transparent ? plane(seed + 3, width, height) : null);
    }

    static int at(Plane plane, int x, int y) {
        return plane.data().get(y * plane.stride() + x) & 255;
    }

    /** A pixel; beyond the edges that of the nearest. */
    static int nearest(Plane plane, int x, int y) {
        return at(plane, Math.max(0, Math.min(plane.width() - 1, x)), Math.max(0, Math.min(plane.height() - 1, y)));
    }
}
