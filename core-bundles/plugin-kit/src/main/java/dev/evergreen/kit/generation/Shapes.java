package dev.evergreen.kit.generation;

import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.PictureSizes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** The sizes and lengths that a model makes, by its options and limits. */
final class Shapes {
    /** Lengths in seconds, as {@code 5,10} or {@code 2-10}. */
    static final String SECONDS = "seconds";

    /** Sizes, each with the vendor's own word for it where it has one, as {@code 1344x768=16:9,1024x1024=1:1}. */
    private static final String SIZES = "sizes";

    private static final long DEFAULT_LARGEST_SEED = Integer.MAX_VALUE;

    private Shapes() {}

    /**
     * A size as it is asked for.
     *
     * @param width in pixels
     * @param height in pixels
     * @param word the vendor's for it
     */
    record Sized(int width, int height, String word) {}

    /** The nearest size that the model makes; both sides are at least one pixel. */
    static Sized size(Model model, int width, int height) {
        List<String> sizes = model.list(SIZES);
        Optional<PictureSizes.Size> nearest = PictureSizes.nearest(
                sizes.stream().map(entry -> entry.split("=", 2)[0]).toList(), width, height);
        if (nearest.isPresent()) {
            PictureSizes.Size size = nearest.get();
            String word = sizes.stream()
                    .map(entry -> entry.split("=", 2))
                    .filter(entry -> PictureSizes.Size.parse(entry[0]).equals(nearest))
                    .map(entry -> entry[entry.length - 1].strip())
                    .findFirst()
                    .orElse(size.toString());
            return new Sized(size.width(), size.height(), word);
        }
        double largest = model.limit("largest-side").orElse((long) Integer.MAX_VALUE);
        double pixels = model.limit("pixels").orElse(Long.MAX_VALUE);
        double scale =
                Math.min(1, Math.min(largest / Math.max(width, height), Math.sqrt(pixels / ((double) width * height))));
        int fittingWidth = side(model, width * scale);
        int fittingHeight = side(model, height * scale);
        return new Sized(fittingWidth, fittingHeight, fittingWidth + "x" + fittingHeight);
    }

    /** The shortest length that the model makes and that is not shorter than what is wanted; empty where there is none. */
    static Optional<Duration> length(Model model, Duration wanted) {
        return model.list(SECONDS).stream()
                .flatMapToLong(item -> {
                    String[] bounds = item.split("-", 2);
                    long from = Long.parseLong(bounds[0].strip());
                    return LongStream.rangeClosed(from, bounds.length > 1 ? Long.parseLong(bounds[1].strip()) : from);
                })
                .sorted()
                .mapToObj(Duration::ofSeconds)
                .filter(length -> length.compareTo(wanted) >= 0)
                .findFirst();
    }

    /** A seed within what the model takes. */
    static long seed(Model model, long seed) {
        return Math.floorMod(seed, model.limit("largest-seed").orElse(DEFAULT_LARGEST_SEED) + 1);
    }

    private static int side(Model model, double wanted) {
        long multiple = Math.max(1, model.limit("side-multiple").orElse(1L));
        long smallest = Math.max(multiple, model.limit("smallest-side").orElse(1L));
        return (int) Math.max(smallest, (long) wanted / multiple * multiple);
    }
}
