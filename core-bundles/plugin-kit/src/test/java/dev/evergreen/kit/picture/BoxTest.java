package dev.evergreen.kit.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxTest {
    @ParameterizedTest
    @CsvSource({"20, 15, 1, -1", "20, 15, 3, -1", "20, 15, 3, 0", "7, 9, 40, -1", "7, 9, 12, 255", "1, 1, 2, -1"})
    void everyPixelIsTheMeanAroundIt(int width, int height, int radius, int outside) {
        Pixels source = Pixels.of(Noise.plane(5, width, height));
        Pixels across = new Pixels(source.values().clone(), width, height);
        Pixels down = new Pixels(source.values().clone(), width, height);
        new Box(across.values(), width, height, radius, outside).across();
        new Box(down.values(), width, height, radius, outside).down();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sumAcross = radius;
                int sumDown = radius;
                for (int i = -radius; i <= radius; i++) {
                    boolean beside = x + i < 0 || x + i >= width;
                    boolean beyond = y + i < 0 || y + i >= height;
                    sumAcross += beside && outside >= 0 ? outside : source.at(x + i, y);
                    sumDown += beyond && outside >= 0 ? outside : source.at(x, y + i);
                }
                assertEquals(sumAcross / (2 * radius + 1), across.at(x, y), "across " + x + "," + y);
                assertEquals(sumDown / (2 * radius + 1), down.at(x, y), "down " + x + "," + y);
            }
        }
    }
}
