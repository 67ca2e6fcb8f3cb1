package dev.evergreen.media.internal.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
    private final Resampler resampler = new Resampler();

    @ParameterizedTest
    @CsvSource({
        "320, 200, 3.3, 2.7, 290.1, 181.4, 256, 160",
        "333, 187, 0, 0, 333, 187, 333, 187",
        "128, 64, 10.25, 5.5, 64, 32, 250, 126",
        "641, 359, 100.7, 30.1, 480.3, 270.2, 427, 241"
    })
    void agreesWithADoublePrecisionReference(
            int width, int height, double x, double y, double w, double h, int outWidth, int outHeight) {
        byte[] plane = picture(width, height);
        double[] expected = reference(plane, width, height, x, y, w, h, outWidth, outHeight);
        byte[] actual = resample(plane, width, height, x, y, w, h, outWidth, outHeight);
        double error = 0;
        for (int i = 0; i < actual.length; i++) {
            double difference = (actual[i] & 255) - expected[i];
            error += difference * difference;
        }
        double psnr = 10 * Math.log10(255 * 255 / (error / actual.length));
        assertTrue(psnr > 46, "PSNR is " + psnr + " dB");
    }

    @Test
    void aPictureAtItsOwnSizeIsUntouched() {
        byte[] plane = picture(100, 60);
        byte[] same = resample(plane, 100, 60, 0, 0, 100, 60, 100, 60);
        org.junit.jupiter.api.Assertions.assertArrayEquals(plane, same);
    }

    @Test
    void aMovingEdgeMovesEvenly() {
        byte[] plane = new byte[400 * 64];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (byte) Math.round(128 + 100 * Math.tanh((i % 400 - 200) / 3.0));
        }
        double worst = 0;
        double offset = 0;
        for (int frame = 0; frame < 60; frame++) {
            double x = 30 + frame * 0.37;
            byte[] seen = resample(plane, 400, 64, x, 0, 320, 64, 320, 64);
            double centre = crossing(seen, 320, 32) + x;
            offset = frame == 0 ? centre : offset;
            worst = Math.max(worst, Math.abs(centre - offset));
        }
        assertTrue(worst < 0.05, "The edge jitters by " + worst + " pixels");
    }

    /** Where a row crosses the middle grey. */
    private static double crossing(byte[] plane, int width, int row) {
        for (int x = 1; x < width; x++) {
            double before = (plane[row * width + x - 1] & 255) - 128;
            double here = (plane[row * width + x] & 255) - 128;
            if (before < 0 && here >= 0) {
                return x - 1 + before / (before - here);
            }
        }
        throw new AssertionError("There is no edge");
    }

    @Test
    void layingOverIsRightWithinALevel() {
        Random random = new Random(5);
        int n = 480;
        int[] below = random.ints(n).toArray();
        int[] alpha = random.ints(n).toArray();
        int[] value = new int[n];
        for (int i = 0; i < n; i++) {
            for (int lane = 0; lane < 32; lane += 8) {
                value[i] |= random.nextInt((alpha[i] >>> lane & 255) + 1) << lane;
            }
        }
        int[] out = new int[n];
        Kernels.over(below, value, alpha, out, new int[n], new int[n], 0, n);
        for (int i = 0; i < n; i++) {
            for (int lane = 0; lane < 32; lane += 8) {
                int a = alpha[i] >>> lane & 255;
                double expected = (value[i] >>> lane & 255) + (below[i] >>> lane & 255) * (255 - a) / 255.0;
                assertEquals(expected, out[i] >>> lane & 255, 1.01);
            }
        }
    }

    @Test
    void layingOverNeverOverflows() {
        int[] white = {-1, -1};
        int[] half = {0x80808080, 0x80808080};
        int[] out = new int[2];
        Kernels.over(white, new int[] {0xA0A0A0A0, -1}, half, out, new int[2], new int[2], 0, 2);
        assertEquals(-1, out[0]);
        assertEquals(-1, out[1]);
    }

    private byte[] resample(
            byte[] plane, int width, int height, double x, double y, double w, double h, int outWidth, int outHeight) {
        byte[] out = new byte[outWidth * outHeight];
        Columns columns = new Columns(ByteBuffer.wrap(plane), width, 0, 0, width, height);
        resampler.resample(
                columns,
                Axis.luma(x, w, outWidth),
                Axis.luma(y, h, outHeight),
                outWidth,
                outHeight,
                (row, pixels, n) -> {
                    for (int i = 0; i < outWidth; i++) {
                        out[row * outWidth + i] = (byte) (pixels[i >> 2] >>> 8 * (i & 3));
                    }
                });
        return out;
    }

    private static byte[] picture(int width, int height) {
        byte[] plane = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double wave = Math.sin(x * .11) * Math.cos(y * .07) * 90 + Math.sin((x + 2 * y) * .31) * 30;
                plane[y * width + x] = (byte) Math.round(128 + wave);
            }
        }
        return plane;
    }

    private static double[] reference(
            byte[] plane,
            int width,
            int height,
            double x0,
            double y0,
            double w,
            double h,
            int outWidth,
            int outHeight) {
        double[] out = new double[outWidth * outHeight];
        for (int y = 0; y < outHeight; y++) {
            double v = Math.max(0, Math.min(height - 1, y0 + (y + .5) * h / outHeight - .5));
            for (int x = 0; x < outWidth; x++) {
                double u = Math.max(0, Math.min(width - 1, x0 + (x + .5) * w / outWidth - .5));
                double sum = 0;
                for (int j = -1; j <= 2; j++) {
                    int row = Math.max(0, Math.min(height - 1, (int) Math.floor(v) + j));
                    for (int i = -1; i <= 2; i++) {
                        int column = Math.max(0, Math.min(width - 1, (int) Math.floor(u) + i));
                        sum += weight(v - Math.floor(v) - j)
                                * weight(u - Math.floor(u) - i)
                                * (plane[row * width + column] & 255);
                    }
                }
                out[y * outWidth + x] = Math.max(0, Math.min(255, sum));
            }
        }
        return out;
    }

    /** Keys' cubic with a = -1/2. */
    private static double weight(double distance) {
        double d = Math.abs(distance);
        if (d < 1) {
            return 1.5 * d * d * d - 2.5 * d * d + 1;
        }
        return d < 2 ? -.5 * d * d * d + 2.5 * d * d - 4 * d + 2 : 0;
    }
}
