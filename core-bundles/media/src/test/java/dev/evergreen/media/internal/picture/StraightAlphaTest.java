package dev.evergreen.media.internal.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.media.internal.av.Natives;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.spi.effect.Plane;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StraightAlphaTest {
    /** Alpha and the outcome are rounded to eight bits each. */
    private static final double ROUNDING = 2;

    @BeforeAll
    static void natives() {
        Natives.load(Path.of(System.getProperty("user.home"), ".javacpp", "cache"));
    }

    /** Pictures that are clear, opaque and mixed in pieces, some as narrow as a pixel. */
    @ParameterizedTest
    @CsvSource({"64, 32, 0, 0, 256", "70, 31, 8, 2, 256", "96, 40, 16, 4, 100", "3, 3, 0, 0, 256", "200, 9, 0, 2, 256"})
    void everyPixelIsMixedByItsAlpha(int width, int height, int x, int y, int share) {
        SplittableRandom random = new SplittableRandom(width);
        try (Picture picture = new Picture(width, height, true);
                Picture target = new Picture(width + x + 8, height + y + 4);
                Picture before = new Picture(width + x + 8, height + y + 4)) {
            for (int i = 0; i < 3; i++) {
                fill(picture.plane(i), random);
                fill(target.plane(i), random);
            }
            pieces(picture.plane(3), random);
            before.copy(target);
            StraightAlpha.over(picture, target, x, y, share, new LayerScratch());
            for (int i = 0; i < 3; i++) {
                compare(picture, i, before.plane(i), target.plane(i), i == 0 ? x : x / 2, i == 0 ? y : y / 2, share);
            }
        }
    }

    private static void compare(Picture picture, int index, Plane before, Plane after, int x, int y, int share) {
        Plane plane = picture.plane(index);
        for (int row = 0; row < plane.height(); row++) {
            for (int column = 0; column < plane.width(); column++) {
                double alpha = (index == 0 ? at(picture.plane(3), column, row) : halved(picture.plane(3), column, row))
                        / 255
                        * share
                        / 256;
                double below = at(before, column + x, row + y);
                double wanted = below + (at(plane, column, row) - below) * alpha;
                assertEquals(
                        wanted, at(after, column + x, row + y), ROUNDING, "plane " + index + " " + column + "," + row);
            }
        }
    }

    /** Chroma is sited on every other column and between two rows. */
    private static double halved(Plane alpha, int column, int row) {
        double sum = 0;
        for (int i = -1; i <= 1; i++) {
            for (int j = 0; j < 2; j++) {
                int x = Math.max(0, Math.min(alpha.width() - 1, 2 * column + i));
                sum += (i == 0 ? 2 : 1) * at(alpha, x, Math.min(alpha.height() - 1, 2 * row + j));
            }
        }
        return sum / 8;
    }

    private static double at(Plane plane, int x, int y) {
        return plane.data().get(y * plane.stride() + x) & 255;
    }

    private static void fill(Plane plane, SplittableRandom random) {
        for (int i = 0; i < plane.data().capacity(); i++) {
            plane.data().put(i, (byte) random.nextInt(256));
        }
    }

    private static void pieces(Plane alpha, SplittableRandom random) {
        for (int y = 0; y < alpha.height(); y++) {
            int x = 0;
            while (x < alpha.width()) {
                int count = 1 << random.nextInt(6);
                int kind = random.nextInt(3);
                for (int i = 0; i < count && x < alpha.width(); i++, x++) {
                    int value = kind == 0 ? 0 : kind == 1 ? 255 : random.nextInt(256);
                    alpha.data().put(y * alpha.stride() + x, (byte) value);
                }
            }
        }
    }
}
