package dev.evergreen.api.internal.resource;

import dev.evergreen.projects.ByteRange;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code Range} header (RFC 9110 section 14.1.2). */
final class RangeHeader {
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    private RangeHeader() {}

    /**
     * @param size of the whole file, at least 1
     * @param unsatisfiable made when the range lies outside of the file
     * @return empty where the header is to be ignored: several ranges, another unit, or no range at all
     */
    static Optional<ByteRange> parse(String header, long size, Supplier<? extends RuntimeException> unsatisfiable) {
        Matcher range = ONE_RANGE.matcher(header);
        if (!range.matches()) {
            return Optional.empty();
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty() && last.isEmpty()) {
            return Optional.empty();
        }
        if (first.isEmpty()) {
            long suffix = Math.min(Long.parseLong(last), size);
            if (suffix == 0) {
                throw unsatisfiable.get();
            }
            return Optional.of(new ByteRange(size - suffix, suffix));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        if (!last.isEmpty() && Long.parseLong(last) < from) {
            return Optional.empty();
        }
        if (from >= size) {
            throw unsatisfiable.get();
        }
        return Optional.of(new ByteRange(from, to - from + 1));
    }
}
