package dev.evergreen.kit.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.spi.effect.Plane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalingTest {
    private static final int UNTOUCHED = 77;
    /** Rounded twice, and weights of 256ths. */
    private static final double ROUNDING = 2.5;

    /** Against the integral of the source over each pixel's piece, computed in doubles. */
    @ParameterizedTest
    @CsvSource({
        "64, 48, 64, 48, 0, 0, 1, 1",
        "64, 48, 61, 47, 0, 0, 1, 1",
        "61, 47, 130, 99, -0.4, -0.3, 1.8, 1.7",
        "61, 47, 30, 12, 0, 0, 1, 1",
        "200, 150, 9, 7, 0.1, 0.2, 0.7, 0.6",
        "64, 48, 64, 48, 0, 0, 0.31, 1",
        "64, 48, 64, 48, 0.31, 0, 0.69, 1",
        "64, 48, 64, 48, 0, 0.25, 1, 0.5",
        "64, 48, 64, 48, 0.4, 0.4, 0.02, 0.03",
        "3, 3, 50, 40, -2, -2, 5, 5",
        "1, 1, 7, 5, 0, 0, 1, 1",
        "40, 200, 8, 2, 0, 0, 1, 1",
    })
    void everyPixelIsTheMeanOfWhatItCovers(
            int width, int height, int targetWidth, int targetHeight, double left, double top, double w, double h) {
        Plane source = Noise.plane(width * 31L + height, width, height);
        Plane target = Planes.plane(targetWidth, targetHeight);
        Frames.fill(target, UNTOUCHED);
        new Scaling().draw(source, new Scaling.Box(left, top, w, h), target);
        double x0 = left * targetWidth;
        double y0 = top * targetHeight;
        double x1 = x0 + w * targetWidth;
        double y1 = y0 + h * targetHeight;
        for (int y = 0; y < targetHeight; y++) {
            for (int x = 0; x < targetWidth; x++) {
                boolean inside = x + 0.5 >= x0 && x + 0.5 < x1 && y + 0.5 >= y0 && y + 0.5 < y1;
                double wanted = inside
                        ? mean(
                                source,
                                (x + 0.5 - x0) * width / (x1 - x0),
                                width / (x1 - x0),
                                (y + 0.5 - y0) * height / (y1 - y0),
                                height / (y1 - y0))
                        : UNTOUCHED;
                assertEquals(wanted, Noise.at(target, x, y), inside ? ROUNDING : 0, "pixel " + x + "," + y);
            }
        }
    }

    private static double mean(Plane source, double x, double stepX, double y, double stepY) {
        double halfX = Math.max(0.5, stepX / 2);
        double halfY = Math.max(0.5, stepY / 2);
        double left = Math.max(0, Math.min(source.width() - 0.5, x - halfX));
        double right = Math.max(left + 0.5, Math.min(source.width(), x + halfX));
        double top = Math.max(0, Math.min(source.height() - 0.5, y - halfY));
        double bottom = Math.max(top + 0.5, Math.min(source.height(), y + halfY));
        double sum = 0;
        for (int row = (int) top; row < bottom; row++) {
            for (int column = (int) left; column < right; column++) {
                double share = (Math.min(right, column + 1) - Math.max(left, column))
                        * (Math.min(bottom, row + 1) - Math.max(top, row));
                sum += share * Noise.at(source, column, row);
            }
        }
        return sum / (right - left) / (bottom - top);
    }
}
