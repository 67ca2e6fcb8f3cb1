package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import java.nio.ByteBuffer;

/** Blurs planes in place by moving averages; three of them come close to a Gaussian. One thread at a time. */
public final class Smear {
    private int[] sums = {};
    private int[] line = {};

    /**
     * Blurs softly in all directions.
     *
     * @param radius pixels of the luma plane, 0 for none
     */
    public void soften(VideoFrame frame, int radius) {
        for (int i = 0; i < 3; i++) {
            int own = i == 0 ? radius : (radius + 1) / 2;
            for (int pass = 0; pass < 3; pass++) {
                across(frame.plane(i), own);
                down(frame.plane(i), own);
            }
        }
    }

    /** One moving average along the rows, the border pixels repeated. */
    public void across(Plane plane, int radius) {
        for (int y = 0; radius > 0 && y < plane.height(); y++) {
            average(plane.data(), y * plane.stride(), 1, plane.width(), radius);
        }
    }

    /** One moving average along the columns, the border pixels repeated. */
    public void down(Plane plane, int radius) {
        for (int x = 0; radius > 0 && x < plane.width(); x++) {
            average(plane.data(), x, plane.stride(), plane.height(), radius);
        }
    }

    private void average(ByteBuffer data, int start, int step, int length, int radius) {
        int padded = length + 2 * radius;
        if (sums.length < padded + 1) {
            sums = new int[padded + 1];
        }
        if (line.length < length) {
            line = new int[length];
        }
        for (int i = 0; i < length; i++) {
            line[i] = data.get(start + i * step) & 0xff;
        }
        for (int i = 0; i < padded; i++) {
            sums[i + 1] = sums[i] + line[Math.max(0, Math.min(length - 1, i - radius))];
        }
        int width = 2 * radius + 1;
        for (int i = 0; i < length; i++) {
            data.put(start + i * step, (byte) ((sums[i + width] - sums[i] + radius) / width));
        }
    }
}
