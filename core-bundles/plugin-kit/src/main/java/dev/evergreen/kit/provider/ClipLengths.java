package dev.evergreen.kit.provider;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** The lengths that a model makes, where it makes only some. */
public final class ClipLengths {
    private ClipLengths() {}

    /**
     * The shortest length that is not shorter than what is wanted; empty when all are.
     *
     * @param lengths whole seconds ({@code 5}) and ranges of them ({@code 3-15})
     */
    public static Optional<Duration> shortest(List<String> lengths, Duration wanted) {
        return lengths.stream()
                .flatMapToLong(ClipLengths::seconds)
                .sorted()
                .mapToObj(Duration::ofSeconds)
                .filter(length -> length.compareTo(wanted) >= 0)
                .findFirst();
    }

    private static LongStream seconds(String lengths) {
        String[] bounds = lengths.split("-", 2);
        long from = Long.parseLong(bounds[0].strip());
        return LongStream.rangeClosed(from, bounds.length > 1 ? Long.parseLong(bounds[1].strip()) : from);
    }
}
