package dev.evergreen.kit.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.spi.effect.VideoFrame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourCubeTest {
    /** A look that is linear in red, green and blue is linear in Y, Cb and Cr, so that interpolation is exact but for rounding. */
    @ParameterizedTest
    @CsvSource({"33, 17, 256", "2, 2, 256", "1, 1, 256", "16, 9, 0", "16, 9, 100"})
    void everyPixelIsWhatTheLookMakesOfIt(int width, int height, int weight) {
        VideoFrame source = Noise.frame(3, width, height, false);
        narrow(source);
        VideoFrame target = Noise.frame(8, width, height, false);
        new ColourCube((red, green, blue) ->
                        new double[] {0.2 + 0.5 * red, 0.1 + 0.6 * green + 0.2 * blue, 0.3 + 0.3 * blue})
                .apply(source, weight, target);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int before = Noise.at(source.luma(), x, y);
                int cb = Noise.at(source.blue(), x / 2, y / 2);
                int cr = Noise.at(source.red(), x / 2, y / 2);
                double wanted = before + (looked(before, cb, cr)[0] - before) * weight / 256.0;
                assertEquals(wanted, Noise.at(target.luma(), x, y), 2, "luma " + x + "," + y);
            }
        }
        for (int y = 0; y < source.blue().height(); y++) {
            for (int x = 0; x < source.blue().width(); x++) {
                int cb = Noise.at(source.blue(), x, y);
                int cr = Noise.at(source.red(), x, y);
                int light = Noise.at(source.luma(), 2 * x, 2 * y) + Noise.nearest(source.luma(), 2 * x, 2 * y + 1);
                double[] seen = looked(light / 2.0, cb, cr);
                assertEquals(cb + (seen[1] - cb) * weight / 256.0, Noise.at(target.blue(), x, y), 2, "Cb " + x);
                assertEquals(cr + (seen[2] - cr) * weight / 256.0, Noise.at(target.red(), x, y), 2, "Cr " + x);
            }
        }
    }

    /** Keeps a frame within colours that red, green and blue can say. */
    private static void narrow(VideoFrame frame) {
        for (int i = 0; i < 3; i++) {
            var data = frame.plane(i).data();
            for (int at = 0; at < data.capacity(); at++) {
                data.put(at, (byte) (i == 0 ? 100 + (data.get(at) & 31) : 118 + (data.get(at) & 15)));
            }
        }
    }

    private static double[] looked(double y, double cb, double cr) {
        double[] rgb = Colours.rgb(y, cb, cr);
        double red = 0.2 + 0.5 * rgb[0];
        double green = 0.1 + 0.6 * rgb[1] + 0.2 * rgb[2];
        double blue = 0.3 + 0.3 * rgb[2];
        double luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        return new double[] {16 + luma * 219, 128 + (blue - luma) / 1.8556 * 224, 128 + (red - luma) / 1.5748 * 224};
    }
}
