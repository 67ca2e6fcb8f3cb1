package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.VideoFrame;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A three-dimensional table of colours that works on Y, Cb and Cr directly: made of any function on red, green and blue, read with
 * trilinear interpolation. What it makes of all brightnesses beside a pair of Cb and Cr is worked out once, 768 bytes of at
 * most 65,536 pairs, of which a film has some thousands. For all threads.
 */
public final class ColourCube {
    private static final int SIZE = 33;
    private static final int LAST = SIZE - 1;

    /** Of each value the step of the table below it, and the share of the next in 256. */
    private static final int[] LOW = new int[256];

    private static final int[] SHARE = new int[256];

    /** Where a curve's values for Cb and Cr begin. */
    private static final int BLUE = 256;

    private static final int RED = 512;
    private static final VarHandle CURVES = MethodHandles.arrayElementVarHandle(byte[][].class);

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

    /** Made when a pair is first seen, by whichever thread. */
    private final byte[][] curves = new byte[1 << 16][];

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
        int width = source.luma().width();
        int height = source.luma().height();
        int chromaWidth = source.blue().width();
        byte[] blue = new byte[chromaWidth];
        byte[] red = new byte[chromaWidth];
        // An odd picture's last row and column stand in for those that are not there.
        byte[][] luma = new byte[2][width + 1];
        byte[][] shown = new byte[2][width + 1];
        for (int y = 0; y < source.blue().height(); y++) {
            source.blue().data().get(y * source.blue().stride(), blue);
            source.red().data().get(y * source.red().stride(), red);
            for (int i = 0; i < 2; i++) {
                int row = Math.min(2 * y + i, height - 1);
                source.luma().data().get(row * source.luma().stride(), luma[i], 0, width);
                luma[i][width] = luma[i][width - 1];
            }
            row(blue, red, luma[0], luma[1], shown[0], shown[1], weight);
            target.blue().data().put(y * target.blue().stride(), blue);
            target.red().data().put(y * target.red().stride(), red);
            for (int i = 0; i < 2 && 2 * y + i < height; i++) {
                target.luma().data().put((2 * y + i) * target.luma().stride(), shown[i], 0, width);
            }
        }
    }

    /** Two rows of luma with their row of chroma. */
    private void row(
            byte[] blue, byte[] red, byte[] upper, byte[] lower, byte[] shownUpper, byte[] shownLower, int weight) {
        for (int x = 0; x < blue.length; x++) {
            byte[] curve = curve(blue[x] & 255, red[x] & 255);
            int left = 2 * x;
            int right = left + 1;
            // Chroma lies at the left one of two pixels, between two rows.
            int light = (upper[left] & 255) + (lower[left] & 255) + 1 >> 1;
            shownUpper[left] = mixed(upper[left], curve[upper[left] & 255], weight);
            shownUpper[right] = mixed(upper[right], curve[upper[right] & 255], weight);
            shownLower[left] = mixed(lower[left], curve[lower[left] & 255], weight);
            shownLower[right] = mixed(lower[right], curve[lower[right] & 255], weight);
            blue[x] = mixed(blue[x], curve[BLUE + light], weight);
            red[x] = mixed(red[x], curve[RED + light], weight);
        }
    }

    private static byte mixed(byte before, byte changed, int weight) {
        return (byte) ((before & 255) + (((changed & 255) - (before & 255)) * weight + 128 >> 8));
    }

    /** What becomes of Y, then of Cb and of Cr, by Y, beside one pair of Cb and Cr. Pictures have few pairs, so that all are kept. */
    private byte[] curve(int cb, int cr) {
        byte[] known = (byte[]) CURVES.getAcquire(curves, cb << 8 | cr);
        if (known == null) {
            known = new byte[3 * 256];
            for (int i = 0; i < 3; i++) {
                fill(known, i, cb, cr);
            }
            CURVES.setRelease(curves, cb << 8 | cr, known);
        }
        return known;
    }

    private void fill(byte[] curve, int plane, int cb, int cr) {
        int[] points = new int[SIZE];
        int q = SHARE[cb];
        int r = SHARE[cr];
        int base = (LOW[cr] * SIZE + LOW[cb]) * SIZE;
        int next = base + SIZE * SIZE;
        short[] values = planes[plane];
        for (int i = 0; i < SIZE; i++) {
            int near = values[base + i] * (256 - q) + values[base + SIZE + i] * q;
            int far = values[next + i] * (256 - q) + values[next + SIZE + i] * q;
            points[i] = near * (256 - r) + far * r + 128 >> 8;
        }
        for (int y = 0; y < 256; y++) {
            int low = points[LOW[y]];
            // Times 16 as in the planes, and 256 for each of two shares, of which one is left.
            int value = low * 256 + (points[LOW[y] + 1] - low) * SHARE[y];
            curve[plane * 256 + y] = (byte) (value + (1 << 19) >> 20);
        }
    }
}
