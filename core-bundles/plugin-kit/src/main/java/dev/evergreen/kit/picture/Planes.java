package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Planes of a plugin's own, for what it draws on the way. */
public final class Planes {
    private static final int ALIGNMENT = 64;

    private Planes() {}

    /** A plane as the engine lays it out; its content is 0. */
    public static Plane plane(int width, int height) {
        int stride = (width + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return new Plane(
                ByteBuffer.allocateDirect(stride * height).order(ByteOrder.nativeOrder()), width, height, stride);
    }

    /**
     * A picture smaller than the film's, at least one pixel large.
     *
     * @param divisor of both sides, at least 1
     */
    public static VideoFrame smaller(MediaFormat in, int divisor) {
        int width = Math.max(1, in.chromaWidth() / divisor);
        int height = Math.max(1, in.chromaHeight() / divisor);
        return new VideoFrame(
                0,
                plane(Math.max(1, in.width() / divisor), Math.max(1, in.height() / divisor)),
                plane(width, height),
                plane(width, height));
    }
}
