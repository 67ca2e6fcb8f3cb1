package dev.evergreen.domain;

import java.util.Optional;

/**
 * Which page is wanted.
 *
 * @param cursor {@link Page#next} of the page before, empty for the first
 * @param limit 1 to 200
 */
public record PageRequest(Optional<String> cursor, int limit) {
    public PageRequest {
        if (limit < 1 || limit > 200) {
            throw new ProblemException(
                    Problem.Kind.INVALID, "limit", "The page limit is " + limit + "; ask for 1 to 200 items.");
        }
    }

    /** The first page. */
    public static PageRequest first(int limit) {
        return new PageRequest(Optional.empty(), limit);
    }
}
