package dev.evergreen.domain.timeline;

import dev.evergreen.spi.timeline.Canvas;
import java.util.Arrays;
import java.util.Optional;

/** The proportions that films are made in. */
public enum Aspect {
    WIDE(16, 9, 1, 0),
    TALL(9, 16, 1.4, 1),
    SQUARE(1, 1, 1.15, 1),
    PORTRAIT(4, 5, 1.2, 1);

    private static final double TOLERANCE = 0.01;

    private final int width;
    private final int height;
    private final double letters;
    private final int lines;

    Aspect(int width, int height, double letters, int lines) {
        this.width = width;
        this.height = height;
        this.letters = letters;
        this.lines = lines;
    }

    /** @param name such as {@code 16:9} */
    public static Optional<Aspect> of(String name) {
        return Arrays.stream(values())
                .filter(aspect -> aspect.text().equals(name))
                .findFirst();
    }

    /** Empty for proportions that none of these has. */
    public static Optional<Aspect> of(Canvas canvas) {
        double ratio = (double) canvas.width() / canvas.height();
        return Arrays.stream(values())
                .filter(aspect -> Math.abs(ratio * aspect.height / aspect.width - 1) < TOLERANCE)
                .findFirst();
    }

    /** Such as {@code 16:9}. */
    public String text() {
        return width + ":" + height;
    }

    /** @param shorter side in pixels */
    public int width(int shorter) {
        return even((double) shorter * width / Math.min(width, height));
    }

    /** @param shorter side in pixels */
    public int height(int shorter) {
        return even((double) shorter * height / Math.min(width, height));
    }

    /** How large letters are beside those of a wide film whose shorter side is as long: narrow films are watched on small screens. */
    double letters() {
        return letters;
    }

    /** How many lines more captions may take than in a wide film, as a line holds fewer words. */
    int lines() {
        return lines;
    }

    private static int even(double pixels) {
        return (int) Math.round(pixels / 2) * 2;
    }
}
