package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;

/**
 * A three-dimensional table of colours that works on Y, Cb and Cr directly: made of any function on red, green and blue, read with
 * trilinear interpolation.
 */
public final class ColourCube {
    private static final int SIZE = 33;
    private static final int LAST = SIZE - 1;

    /** Of each value the step of the table below it, and the share of the next in 256. */
    private static final int[] LOW = new int[256];

    private static final int[] SHARE = new int[256];

    static {
        for (int i = 0; i < 256; i++) {
            LOW[i] = Math.min(LAST - 1, i * LAST / 255);
            SHARE[i] = (int) Math.round((i * LAST - LOW[i] * 255) * 256 / 255.0);
        }
    }

    /** What becomes of a colour; all values 0 to 1. */
    @FunctionalInterface
    public interface Look {
        double[] of(double red, double green, double blue);
    }

    /** Y, Cb and Cr, times 16, for each point; Y changes fastest. */
    private final short[][] planes = new short[3][SIZE * SIZE * SIZE];

    public ColourCube(Look look) {
        for (int cr = 0; cr < SIZE; cr++) {
            for (int cb = 0; cb < SIZE; cb++) {
                for (int y = 0; y < SIZE; y++) {
                    double[] rgb = Colours.rgb(y * 255.0 / LAST, cb * 255.0 / LAST, cr * 255.0 / LAST);
                    double[] seen = look.of(rgb[0], rgb[1], rgb[2]);
                    int[] ycc = Colours.planes(clamp(seen[0]), clamp(seen[1]), clamp(seen[2]));
                    for (int i = 0; i < 3; i++) {
                        planes[i][(cr * SIZE + cb) * SIZE + y] = (short) (ycc[i] * 16);
                    }
                }
            }
        }
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /**
     * Changes a frame's colours.
     *
     * @param weight of the changed colours, 0 to {@link Rows#FULL}
     */
    public void apply(VideoFrame source, int weight, VideoFrame target) {
        Pixels luma = Pixels.of(source.luma());
        Pixels blue = Pixels.of(source.blue());
        Pixels red = Pixels.of(source.red());
        byte[] row = new byte[luma.width()];
        for (int y = 0; y < luma.height(); y++) {
            int chroma = y / 2 * blue.width();
            for (int x = 0; x < row.length; x++) {
                int cb = blue.values()[chroma + x / 2] & 255;
                int cr = red.values()[chroma + x / 2] & 255;
                int light = luma.values()[y * row.length + x] & 255;
                row[x] = mixed(light, at(planes[0], light, cb, cr), weight);
            }
            target.luma().data().put(y * target.luma().stride(), row);
        }
        chroma(luma, blue, red, blue, planes[1], weight, target.blue());
        chroma(luma, blue, red, red, planes[2], weight, target.red());
    }

    private static void chroma(
            Pixels luma, Pixels blue, Pixels red, Pixels own, short[] plane, int weight, Plane target) {
        byte[] row = new byte[own.width()];
        for (int y = 0; y < own.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                int light = luma.at(2 * x, 2 * y) + luma.at(2 * x, 2 * y + 1) + 1 >> 1;
                int index = y * row.length + x;
                int changed = at(plane, light, blue.values()[index] & 255, red.values()[index] & 255);
                row[x] = mixed(own.values()[index] & 255, changed, weight);
            }
            target.data().put(y * target.stride(), row);
        }
    }

    private static byte mixed(int before, int changed, int weight) {
        return (byte) (before * (Rows.FULL - weight) * 16 + changed * weight + 2048 >> 12);
    }

    /** Interpolated, times 16. */
    private static int at(short[] plane, int y, int cb, int cr) {
        int base = (LOW[cr] * SIZE + LOW[cb]) * SIZE + LOW[y];
        int p = SHARE[y];
        int q = SHARE[cb];
        int r = SHARE[cr];
        int near = line(plane, base, p) * (256 - q) + line(plane, base + SIZE, p) * q >> 8;
        int far = line(plane, base + SIZE * SIZE, p) * (256 - q) + line(plane, base + SIZE * SIZE + SIZE, p) * q >> 8;
        return near * (256 - r) + far * r + 32768 >> 16;
    }

    private static int line(short[] plane, int base, int share) {
        return plane[base] * (256 - share) + plane[base + 1] * share;
    }
}
