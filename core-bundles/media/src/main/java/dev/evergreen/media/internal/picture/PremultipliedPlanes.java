package dev.evergreen.media.internal.picture;

import dev.evergreen.media.internal.av.StillImage.LayerPlanes;
import java.nio.ByteBuffer;

/** The bytes of a picture with transparency: premultiplied Y, Cb and Cr, and alpha at both resolutions. */
final class PremultipliedPlanes {
    final int left;
    final int top;
    final int width;
    final int height;
    final byte[][] value = new byte[3][];
    final byte[] alpha;
    final byte[] chromaAlpha;

    /** Takes the part of {@code width} x {@code height} pixels from an even corner on. */
    PremultipliedPlanes(LayerPlanes planes, int left, int top, int width, int height) {
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        alpha = crop(planes.plane(3), planes.stride(3), left, top, width, height);
        chromaAlpha = halve(alpha, width, height, chromaWidth(), chromaHeight());
        for (int i = 0; i < 3; i++) {
            int shift = i == 0 ? 0 : 1;
            value[i] = crop(
                    planes.plane(i),
                    planes.stride(i),
                    left >> shift,
                    top >> shift,
                    i == 0 ? width : chromaWidth(),
                    i == 0 ? height : chromaHeight());
            withoutOffset(value[i], i == 0 ? alpha : chromaAlpha, i == 0 ? 16 : 128);
        }
    }

    int chromaWidth() {
        return (width + 1) / 2;
    }

    int chromaHeight() {
        return (height + 1) / 2;
    }

    /** Left, top, right and bottom of what is not clear; right is not after left where all is. */
    static int[] box(LayerPlanes planes) {
        ByteBuffer alpha = planes.plane(3);
        int width = planes.width();
        int[] box = {width, planes.height(), 0, 0};
        byte[] row = new byte[width];
        for (int y = 0; y < planes.height(); y++) {
            alpha.get(y * planes.stride(3), row);
            int first = 0;
            while (first < width && row[first] == 0) {
                first++;
            }
            if (first == width) {
                continue;
            }
            int last = width - 1;
            while (row[last] == 0) {
                last--;
            }
            box[0] = Math.min(box[0], first);
            box[1] = Math.min(box[1], y);
            box[2] = Math.max(box[2], last + 1);
            box[3] = y + 1;
        }
        return box;
    }

    private static byte[] crop(ByteBuffer plane, int stride, int left, int top, int width, int height) {
        byte[] out = new byte[width * height];
        for (int y = 0; y < height; y++) {
            plane.get((top + y) * stride + left, out, y * width, width);
        }
        return out;
    }

    /** Half the size, for chroma that is sited on every other column and between two rows. */
    private static byte[] halve(byte[] full, int width, int height, int halfWidth, int halfHeight) {
        byte[] half = new byte[halfWidth * halfHeight];
        for (int y = 0; y < halfHeight; y++) {
            int upper = 2 * y * width;
            int lower = Math.min(2 * y + 1, height - 1) * width;
            for (int x = 0; x < halfWidth; x++) {
                int before = Math.max(0, 2 * x - 1);
                int after = Math.min(width - 1, 2 * x + 1);
                int sum = (full[upper + before] & 255)
                        + 2 * (full[upper + 2 * x] & 255)
                        + (full[upper + after] & 255)
                        + (full[lower + before] & 255)
                        + 2 * (full[lower + 2 * x] & 255)
                        + (full[lower + after] & 255);
                half[y * halfWidth + x] = (byte) (sum + 4 >> 3);
            }
        }
        return half;
    }

    /** Scaling premultiplied RGB to Y leaves 16 * (1 - alpha) too much, to chroma 128 * (1 - alpha): see LayerPlanes. */
    private static void withoutOffset(byte[] plane, byte[] alpha, int offset) {
        int[] excess = new int[256];
        for (int a = 0; a < 256; a++) {
            excess[a] = (int) Math.round(offset * (255 - a) / 255.0);
        }
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (byte) Math.max(0, (plane[i] & 255) - excess[alpha[i] & 255]);
        }
    }
}
