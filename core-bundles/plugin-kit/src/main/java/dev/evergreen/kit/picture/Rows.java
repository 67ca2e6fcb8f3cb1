package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.Plane;
import java.nio.ByteBuffer;

/**
 * Works on planes row by row. Loops run over four pixels to an int with all arrays indexed from zero, the form that the JIT compiler turns
 * into vector instructions.
 */
public final class Rows {
    /** Weight of the whole second picture. */
    public static final int FULL = 256;

    /** Two of four pixels in lanes of 16 bits. */
    static final int LOW = 0x00ff00ff;

    /** One half in both lanes, where they hold pixels times 256. */
    static final int HALF = 0x00800080;

    private Rows() {}

    /** The nearest weight from 0 to {@link #FULL}, without the branches that would keep a loop from becoming vector instructions. */
    public static int weight(int value) {
        int rest = FULL - value;
        int weight = FULL - (rest & ~(rest >> 31));
        return weight & ~(weight >> 31);
    }

    /**
     * Mixes two planes of one size.
     *
     * @param weight of the second plane, 0 to {@link #FULL}
     */
    public static void mix(Plane first, Plane second, int weight, Plane target) {
        int[] a = new int[(target.width() + 3) / 4];
        int[] b = new int[a.length];
        int[] mixed = new int[a.length];
        for (int y = 0; y < target.height(); y++) {
            first.read(y, a);
            second.read(y, b);
            mix(a, b, weight, mixed);
            target.write(y, mixed);
        }
    }

    /** Mixes a plane with one value. */
    public static void mix(Plane plane, int value, int weight, Plane target) {
        int[] row = new int[(target.width() + 3) / 4];
        int[] flat = new int[row.length];
        int[] mixed = new int[row.length];
        java.util.Arrays.fill(flat, (value & 0xff) * 0x01010101);
        for (int y = 0; y < target.height(); y++) {
            plane.read(y, row);
            mix(row, flat, weight, mixed);
            target.write(y, mixed);
        }
    }

    /** Mixes rows of four pixels to an int. */
    static void mix(int[] a, int[] b, int weight, int[] mixed) {
        int rest = FULL - weight;
        for (int i = 0; i < mixed.length; i++) {
            int low = ((a[i] & LOW) * rest + (b[i] & LOW) * weight + HALF) >>> 8 & LOW;
            int high = ((a[i] >>> 8 & LOW) * rest + (b[i] >>> 8 & LOW) * weight + HALF) & ~LOW;
            mixed[i] = low | high;
        }
    }

    /** Copies part of a row; all coordinates are pixels of the planes. */
    public static void copy(Plane source, int fromX, Plane target, int toX, int y, int width) {
        copy(source, fromX, y, target, toX, y, width);
    }

    /** Copies part of a row to another place in another row. */
    public static void copy(Plane source, int fromX, int fromY, Plane target, int toX, int toY, int width) {
        if (width > 0) {
            target.data().put(toY * target.stride() + toX, source.data(), fromY * source.stride() + fromX, width);
        }
    }

    /** Copies rows of planes that are equally wide. */
    public static void copyRows(Plane source, int fromY, Plane target, int toY, int rows) {
        for (int row = 0; row < rows; row++) {
            target.data()
                    .put((toY + row) * target.stride(), source.data(), (fromY + row) * source.stride(), target.width());
        }
    }

    /**
     * Mixes part of a row pixel by pixel.
     *
     * @param weights of the second plane by x, 0 to {@link #FULL}
     */
    public static void mix(Plane first, Plane second, Plane target, int y, int fromX, int toX, int[] weights) {
        ByteBuffer a = first.data();
        ByteBuffer b = second.data();
        for (int x = fromX; x < toX; x++) {
            int one = a.get(y * first.stride() + x) & 0xff;
            int other = b.get(y * second.stride() + x) & 0xff;
            int weight = weights[x];
            target.data().put(y * target.stride() + x, (byte) ((one * (FULL - weight) + other * weight + 128) >> 8));
        }
    }
}
