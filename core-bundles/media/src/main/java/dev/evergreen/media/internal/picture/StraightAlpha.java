package dev.evergreen.media.internal.picture;

import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.spi.effect.Plane;

/** Pictures with a plane of alpha that is not multiplied into their colours. */
public final class StraightAlpha {
    /** 255 / alpha in 16 bits after the point. */
    private static final int[] RECIPROCAL = new int[256];

    static {
        for (int a = 1; a < 256; a++) {
            RECIPROCAL[a] = (int) Math.round(65536.0 * 255 / a);
        }
    }

    private StraightAlpha() {}

    /**
     * Lays a picture over another.
     *
     * @param x of its left edge on the target, a multiple of 8
     * @param y of its upper edge on the target, a multiple of 2
     * @param share of its opacity, 0 to 256
     */
    public static void over(Picture picture, Picture target, int x, int y, int share, LayerScratch scratch) {
        int ints = (picture.width() + 3) / 4;
        int[] value = new int[ints];
        int[] alpha = new int[ints];
        for (int row = 0; row < picture.height(); row++) {
            picture.read(3, row, 0, alpha, ints);
            row(picture, 0, row, value, alpha, ints);
            scratch.over(target, 0, y + row, x >> 2, value, alpha, ints, share);
        }
        Plane chroma = picture.plane(1);
        int half = (chroma.width() + 3) / 4;
        byte[] halved = new byte[4 * half];
        byte[][] rows = new byte[2][picture.width()];
        for (int row = 0; row < chroma.height(); row++) {
            halve(picture.plane(3), row, rows, halved, chroma.width());
            pack(halved, alpha, half);
            for (int i = 1; i < 3; i++) {
                row(picture, i, row, value, alpha, half);
                scratch.over(target, i, (y >> 1) + row, x >> 3, value, alpha, half, share);
            }
        }
    }

    /** Reads a row and multiplies alpha into it. */
    private static void row(Picture picture, int plane, int row, int[] value, int[] alpha, int n) {
        picture.read(plane, row, 0, value, n);
        multiply(value, alpha, value, n);
    }

    /** out = value * alpha / 255 in every pixel. */
    private static void multiply(int[] value, int[] alpha, int[] out, int n) {
        for (int i = 0; i < n; i++) {
            int v = value[i];
            int a = alpha[i];
            int a0 = a & 255;
            int a1 = a >>> 8 & 255;
            int a2 = a >>> 16 & 255;
            int a3 = a >>> 24;
            out[i] = (v & 255) * (a0 + (a0 >> 7)) + 128 >> 8
                    | (v >>> 8 & 255) * (a1 + (a1 >> 7)) + 128 & 0xFF00
                    | ((v >>> 16 & 255) * (a2 + (a2 >> 7)) + 128 & 0xFF00) << 8
                    | ((v >>> 24) * (a3 + (a3 >> 7)) + 128 & 0xFF00) << 16;
        }
    }

    /**
     * Finds out what was drawn, from how it looks on two grounds: alpha from the difference of light, then the colours.
     *
     * @param onBlack drawn on luma 0 and chroma 128
     * @param onWhite drawn on luma 255 and chroma 128
     * @param target with alpha
     */
    public static void separate(Picture onBlack, Picture onWhite, Picture target) {
        Plane luma = target.plane(0);
        byte[] black = new byte[luma.width()];
        byte[] white = new byte[luma.width()];
        byte[] alpha = new byte[luma.width()];
        for (int y = 0; y < luma.height(); y++) {
            onBlack.plane(0).data().get(y * onBlack.plane(0).stride(), black);
            onWhite.plane(0).data().get(y * onWhite.plane(0).stride(), white);
            for (int x = 0; x < luma.width(); x++) {
                int a = 255 - Math.max(0, (white[x] & 255) - (black[x] & 255));
                alpha[x] = (byte) a;
                black[x] = (byte) Math.min(255, (black[x] & 255) * (long) RECIPROCAL[a] + 32768 >> 16);
            }
            luma.data().put(y * luma.stride(), black);
            target.plane(3).data().put(y * target.plane(3).stride(), alpha);
        }
        for (int i = 1; i < 3; i++) {
            chroma(onBlack.plane(i), target.plane(3), target.plane(i));
        }
    }

    private static void chroma(Plane drawn, Plane alpha, Plane target) {
        byte[] row = new byte[target.width()];
        byte[] alphas = new byte[target.width()];
        byte[][] rows = new byte[2][alpha.width()];
        for (int y = 0; y < target.height(); y++) {
            drawn.data().get(y * drawn.stride(), row);
            halve(alpha, y, rows, alphas, target.width());
            for (int x = 0; x < row.length; x++) {
                long away = ((row[x] & 255) - 128) * (long) RECIPROCAL[alphas[x] & 255];
                row[x] = (byte) Math.max(0, Math.min(255, 128 + (away + 32768 >> 16)));
            }
            target.data().put(y * target.stride(), row);
        }
    }

    /** A row of alpha as the chroma planes see it, which are sited on every other column and between two rows. */
    private static void halve(Plane alpha, int row, byte[][] rows, byte[] half, int width) {
        byte[] upper = rows[0];
        byte[] lower = rows[1];
        alpha.data().get(2 * row * alpha.stride(), upper);
        alpha.data().get(Math.min(2 * row + 1, alpha.height() - 1) * alpha.stride(), lower);
        int last = alpha.width() - 1;
        for (int x = 0; x < width; x++) {
            int before = Math.max(0, 2 * x - 1);
            int after = Math.min(last, 2 * x + 1);
            int sum = (upper[before] & 255)
                    + 2 * (upper[2 * x] & 255)
                    + (upper[after] & 255)
                    + (lower[before] & 255)
                    + 2 * (lower[2 * x] & 255)
                    + (lower[after] & 255);
            half[x] = (byte) (sum + 4 >> 3);
        }
    }

    private static void pack(byte[] bytes, int[] ints, int n) {
        for (int i = 0; i < n; i++) {
            ints[i] = bytes[4 * i] & 255
                    | (bytes[4 * i + 1] & 255) << 8
                    | (bytes[4 * i + 2] & 255) << 16
                    | bytes[4 * i + 3] << 24;
        }
    }
}
