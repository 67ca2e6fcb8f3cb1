package dev.evergreen.media.internal.picture;

import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.av.StillImage.LayerPlanes;

/** A small picture with transparency that rests where it is, such as a caption; blended only in its rectangle. */
public final class Overlay {
    private final int x;
    private final int y;
    private final int[][][] value = new int[3][][];
    private final int[][][] alpha = new int[2][][];

    /**
     * @param x of its left edge on the target, a multiple of 8
     * @param y of its upper edge on the target, a multiple of 2
     */
    public Overlay(LayerPlanes planes, int x, int y) {
        if (x % 8 != 0 || y % 2 != 0) {
            throw new IllegalArgumentException(
                    "An overlay must lie on multiples of 8 and 2, but lies at " + x + "," + y);
        }
        this.x = x;
        this.y = y;
        PremultipliedPlanes bytes = new PremultipliedPlanes(planes, 0, 0, planes.width(), planes.height());
        value[0] = rows(bytes.value[0], bytes.width, bytes.height);
        value[1] = rows(bytes.value[1], bytes.chromaWidth(), bytes.chromaHeight());
        value[2] = rows(bytes.value[2], bytes.chromaWidth(), bytes.chromaHeight());
        alpha[0] = rows(bytes.alpha, bytes.width, bytes.height);
        alpha[1] = rows(bytes.chromaAlpha, bytes.chromaWidth(), bytes.chromaHeight());
    }

    private static int[][] rows(byte[] plane, int width, int height) {
        int[][] rows = new int[height][(width + 3) / 4];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                rows[y][x >> 2] |= (plane[y * width + x] & 255) << 8 * (x & 3);
            }
        }
        return rows;
    }

    public void draw(Picture target, LayerScratch scratch) {
        for (int i = 0; i < 3; i++) {
            int[][] values = value[i];
            int[][] alphas = alpha[i == 0 ? 0 : 1];
            int top = i == 0 ? y : y / 2;
            int at = i == 0 ? x / 4 : x / 8;
            int room = target.plane(i).stride() / 4 - at;
            for (int row = 0; row < values.length && top + row < target.plane(i).height(); row++) {
                scratch.over(
                        target, i, top + row, at, values[row], alphas[row], Math.min(room, values[row].length), 256);
            }
        }
    }
}
