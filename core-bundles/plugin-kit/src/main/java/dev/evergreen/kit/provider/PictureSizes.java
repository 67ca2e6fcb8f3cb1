package dev.evergreen.kit.provider;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sizes that a model makes, where it makes only some. */
public final class PictureSizes {
    private PictureSizes() {}

    /**
     * @param width in pixels
     * @param height in pixels
     */
    public record Size(int width, int height) {
        /** Reads {@code 1536x1024} or {@code 1536:1024}. */
        public static Optional<Size> parse(String text) {
            return text.strip().matches("\\d{1,5}[x:]\\d{1,5}")
                    ? Optional.of(new Size(
                            Integer.parseInt(text.strip().split("[x:]", 2)[0]),
                            Integer.parseInt(text.strip().split("[x:]", 2)[1])))
                    : Optional.empty();
        }

        /** As {@code 1536x1024}. */
        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    /** The size with the proportions nearest to the wanted ones; of equals the one nearest in area. */
    public static Optional<Size> nearest(List<String> sizes, int width, int height) {
        double proportions = Math.log((double) width / height);
        double area = Math.log((double) width * height);
        return sizes.stream()
                .map(Size::parse)
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(
                                (Size size) -> Math.abs(Math.log((double) size.width() / size.height()) - proportions))
                        .thenComparingDouble(size -> Math.abs(Math.log((double) size.width() * size.height()) - area)));
    }
}
