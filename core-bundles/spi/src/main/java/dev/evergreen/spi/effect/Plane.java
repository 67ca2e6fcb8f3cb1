package dev.evergreen.spi.effect;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;

/**
 * One plane of a picture.
 *
 * @param data a direct buffer in native byte order which the engine owns; row {@code y} starts at {@code y * stride}
 * @param width in bytes, one a pixel
 * @param height in rows
 * @param stride bytes from a row to the next; a multiple of 64, so that every row can be read and written to its full stride
 */
public record Plane(ByteBuffer data, int width, int height, int stride) {
    /** Reads a row four pixels to an int, the leftmost in the lowest byte; the last int may hold bytes past the width. */
    public void read(int y, int[] row) {
        ints().get(y * (stride / 4), row, 0, (width + 3) / 4);
    }

    /** Writes a row four pixels to an int, the leftmost in the lowest byte. */
    public void write(int y, int[] row) {
        ints().put(y * (stride / 4), row, 0, (width + 3) / 4);
    }

    private IntBuffer ints() {
        return data.asIntBuffer();
    }
}
