package dev.evergreen.spi.effect;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One filter of libavfilter with its options.
 *
 * @param id unique in its graph: letters, digits and underscores
 * @param filter one of {@link FilterCatalogue#allowed()}
 * @param options by their names in libavfilter
 */
public record FilterNode(String id, String filter, Map<String, FilterOption> options) {
    public FilterNode {
        if (!id.matches("[A-Za-z][A-Za-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("A filter's id is letters, digits and underscores, but this is " + id);
        }
        FilterCatalogue.check(filter, options.keySet());
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }
}
