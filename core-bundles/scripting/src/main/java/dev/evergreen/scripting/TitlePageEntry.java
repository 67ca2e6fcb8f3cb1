package dev.evergreen.scripting;

import java.util.List;

/**
 * One entry of a title page or front matter.
 *
 * @param key as written, without the colon
 * @param values the value's lines, with markup
 * @param line one-based line of the key
 */
public record TitlePageEntry(String key, List<String> values, int line) {
    public TitlePageEntry {
        values = List.copyOf(values);
    }
}
