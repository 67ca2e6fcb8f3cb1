package dev.evergreen.domain;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param items at most as many as were asked for
 * @param next cursor of the next page, empty on the last one
 * @param total number of items on all pages
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, Optional<String> next, long total) {
    public Page {
        items = List.copyOf(items);
    }
}
