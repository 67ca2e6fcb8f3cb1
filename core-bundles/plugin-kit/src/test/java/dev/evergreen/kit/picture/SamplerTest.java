package dev.evergreen.kit.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerTest {
    /** Places and shares are rounded to 256ths of pixels, which noise makes as much as two levels. */
    private static final double ROUNDING = 3;
    /** How far beyond the edges, in pixels of a plane, the colours still matter where the picture is clear. */
    private static final double SEEN = 8;

    @ParameterizedTest
    @CsvSource({
        "64, 48, 1, 0, 0, 0",
        "64, 48, 1.3, 0, 5.3, -2.1",
        "65, 47, 1.02, 3, 0, 0",
        "64, 48, 1, 90, 0, 0",
        "64, 48, 0.8, 33, 20, 10",
        "64, 48, 1, 180, 300, 0",
        "64, 48, 6, -15, -3, 4",
        "2, 2, 1, 45, 0, 0",
        "1, 1, 2, 0, 0.5, 0",
    })
    void everyPixelLiesBetweenFour(int width, int height, double zoom, double degrees, double x, double y) {
        for (int kind = 0; kind < 3; kind++) {
            VideoFrame source = Noise.frame(width + 7L * height, width, height, kind == 1);
            VideoFrame target = Noise.frame(99, width, height, kind < 2);
            Affine from = Affine.view(width / 2.0 + x, height / 2.0 + y, width / 2.0, height / 2.0, zoom, degrees);
            new Sampler().draw(source, from, target);
            double seen = kind < 2 ? SEEN : Double.POSITIVE_INFINITY;
            compare(source.luma(), from, target.luma(), 1, 0.5, false, seen);
            compare(source.blue(), from, target.blue(), 2, 1, false, seen);
            compare(source.red(), from, target.red(), 2, 1, false, seen);
            if (target.alpha() == null) {
                continue;
            }
            Plane alpha = source.alpha();
            if (alpha == null) {
                alpha = Planes.plane(width, height);
                Frames.fill(alpha, 255);
            }
            compare(alpha, from, target.alpha(), 1, 0.5, true, Double.POSITIVE_INFINITY);
        }
    }

    private static void compare(
            Plane source, Affine from, Plane target, double step, double offsetY, boolean clearOutside, double seen) {
        for (int row = 0; row < target.height(); row++) {
            for (int column = 0; column < target.width(); column++) {
                double x = column * step + 0.5;
                double y = row * step + offsetY;
                double sourceX = (from.xx() * x + from.xy() * y + from.x0() - 0.5) / step;
                double sourceY = (from.yx() * x + from.yy() * y + from.y0() - offsetY) / step;
                double beyondX = Math.max(-sourceX, sourceX - source.width() + 1);
                double beyondY = Math.max(-sourceY, sourceY - source.height() + 1);
                if (Math.max(beyondX, beyondY) > seen) {
                    continue;
                }
                double wanted = between(source, sourceX, sourceY, clearOutside);
                assertEquals(wanted, Noise.at(target, column, row), ROUNDING, column + "," + row);
            }
        }
    }

    private static double between(Plane source, double x, double y, boolean clearOutside) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            int toX = column + i % 2;
            int toY = row + i / 2;
            double share = (1 - Math.abs(x - toX)) * (1 - Math.abs(y - toY));
            boolean outside = toX < 0 || toY < 0 || toX >= source.width() || toY >= source.height();
            sum += share * (clearOutside && outside ? 0 : Noise.nearest(source, toX, toY));
        }
        return sum;
    }
}
