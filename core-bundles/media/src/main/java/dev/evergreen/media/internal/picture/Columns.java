package dev.evergreen.media.internal.picture;

import java.nio.ByteBuffer;

/**
 * A plane that is read at fractional positions: one array per column, four vertically neighbouring pixels to an int. So both
 * steps of resampling are blends of whole arrays.
 */
public final class Columns {
    final int width;
    final int height;
    final int[][] column;

    /** Makes them of a part of a plane whose row {@code y} starts at {@code y * stride}. */
    public Columns(ByteBuffer plane, int stride, int left, int top, int width, int height) {
        this.width = width;
        this.height = height;
        int ints = (height + 15) / 16 * 4;
        column = new int[width][ints];
        byte[][] rows = new byte[4][width];
        for (int k = 0; k < ints; k++) {
            for (int j = 0; j < 4; j++) {
                plane.get((top + Math.min(4 * k + j, height - 1)) * stride + left, rows[j]);
            }
            gather(rows[0], rows[1], rows[2], rows[3], k);
        }
    }

    private void gather(byte[] a, byte[] b, byte[] c, byte[] d, int k) {
        for (int x = 0; x < width; x++) {
            column[x][k] = a[x] & 255 | (b[x] & 255) << 8 | (c[x] & 255) << 16 | d[x] << 24;
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Bytes of memory. */
    public long size() {
        return (long) width * (column.length == 0 ? 0 : column[0].length) * 4;
    }
}
