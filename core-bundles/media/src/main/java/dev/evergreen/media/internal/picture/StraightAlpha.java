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
        Rows rows = new Rows(picture, target, share, scratch, new int[ints], new int[ints]);
        int[] alpha = new int[ints];
        for (int row = 0; row < picture.height(); row++) {
            picture.read(3, row, 0, alpha, ints);
            rows.lay(0, row, alpha, ints, x >> 2, y + row);
        }
        int half = (picture.plane(1).width() + 3) / 4;
        AlphaHalves halves = new AlphaHalves(picture.plane(3), half);
        for (int row = 0; row < picture.plane(1).height(); row++) {
            halves.read(row, alpha);
            for (int i = 1; i < 3; i++) {
                rows.lay(i, row, alpha, half, x >> 3, (y >> 1) + row);
            }
        }
    }

    /** Lays rows over rows: what is clear at their ends is passed over, what is opaque is copied, and only the rest is mixed. */
    private record Rows(
            Picture picture, Picture target, int share, LayerScratch scratch, int[] value, int[] shownAlpha) {
        void lay(int plane, int row, int[] alpha, int n, int at, int targetRow) {
            int first = 0;
            while (first < n && alpha[first] == 0) {
                first++;
            }
            int end = n;
            while (end > first && alpha[end - 1] == 0) {
                end--;
            }
            if (first == end) {
                return;
            }
            int count = end - first;
            System.arraycopy(alpha, first, shownAlpha, 0, count);
            picture.read(plane, row, first, value, count);
            if (share == 256 && Kernels.coverage(shownAlpha, 0, count) == Coverage.OPAQUE) {
                target.write(plane, targetRow, at + first, value, count);
                return;
            }
            multiply(value, shownAlpha, count);
            scratch.over(target, plane, targetRow, at + first, value, shownAlpha, count, share);
        }
    }

    /** value = value * alpha / 255 in every pixel; lane by lane, as only short loops become vector instructions. */
    private static void multiply(int[] value, int[] alpha, int n) {
        for (int i = 0; i < n; i++) {
            int a = alpha[i] & 255;
            value[i] = value[i] & ~255 | (value[i] & 255) * (a + (a >> 7)) + 128 >> 8;
        }
        for (int i = 0; i < n; i++) {
            int a = alpha[i] >>> 8 & 255;
            value[i] = value[i] & ~0xFF00 | (value[i] >>> 8 & 255) * (a + (a >> 7)) + 128 & 0xFF00;
        }
        for (int i = 0; i < n; i++) {
            int a = alpha[i] >>> 16 & 255;
            value[i] = value[i] & ~0xFF0000 | ((value[i] >>> 16 & 255) * (a + (a >> 7)) + 128 & 0xFF00) << 8;
        }
        for (int i = 0; i < n; i++) {
            int a = alpha[i] >>> 24;
            value[i] = value[i] & 0xFFFFFF | ((value[i] >>> 24) * (a + (a >> 7)) + 128 & 0xFF00) << 16;
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
        int[] alphas = new int[(target.width() + 3) / 4];
        AlphaHalves halves = new AlphaHalves(alpha, alphas.length);
        for (int y = 0; y < target.height(); y++) {
            drawn.data().get(y * drawn.stride(), row);
            halves.read(y, alphas);
            for (int x = 0; x < row.length; x++) {
                int own = alphas[x >> 2] >>> 8 * (x & 3) & 255;
                long away = ((row[x] & 255) - 128) * (long) RECIPROCAL[own];
                row[x] = (byte) Math.max(0, Math.min(255, 128 + (away + 32768 >> 16)));
            }
            target.data().put(y * target.stride(), row);
        }
    }
}
