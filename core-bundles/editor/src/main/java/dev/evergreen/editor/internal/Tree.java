package dev.evergreen.editor.internal;

import dev.evergreen.domain.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON-like values whose shape the schema of commands or the timeline's records have ensured. Values are never changed in place. */
final class Tree {
    private Tree() {}

    static String text(Map<String, Object> of, String key) {
        return (String) Objects.requireNonNull(of.get(key), key);
    }

    static long number(Map<String, Object> of, String key) {
        return ((Number) Objects.requireNonNull(of.get(key), key)).longValue();
    }

    static long number(Map<String, Object> of, String key, long otherwise) {
        Object value = of.get(key);
        return value == null ? otherwise : ((Number) value).longValue();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    static Map<String, Object> object(Map<String, Object> of, String key) {
        return object(of.get(key));
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Map<String, Object> of, String key) {
        return (List<Map<String, Object>>) Objects.requireNonNull(of.get(key), key);
    }

    static Map<String, Object> with(Map<String, Object> of, String key, @Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(of);
        copy.put(key, value);
        return copy;
    }

    static Map<String, Object> without(Map<String, Object> of, String key) {
        Map<String, Object> copy = new LinkedHashMap<>(of);
        copy.remove(key);
        return copy;
    }

    static <T> List<T> replaced(List<T> of, int index, T value) {
        List<T> copy = new ArrayList<>(of);
        copy.set(index, value);
        return copy;
    }

    /** Objects with that number moved by a distance, as keyframes and words are. */
    static List<Map<String, Object>> shifted(List<Map<String, Object>> of, String key, long distance) {
        return of.stream()
                .map(each -> with(each, key, number(each, key) + distance))
                .toList();
    }

    /** Whether two values are equal as JSON: 1 and 1.0 are the same number, the order of properties does not count. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return a.doubleValue() == b.doubleValue();
        }
        if (one instanceof List<?> a && other instanceof List<?> b) {
            if (a.size() != b.size()) {
                return false;
            }
            for (int i = 0; i < a.size(); i++) {
                if (!same(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (one instanceof Map<?, ?> a && other instanceof Map<?, ?> b) {
            Set<?> keys = a.keySet();
            return keys.equals(b.keySet()) && keys.stream().allMatch(key -> same(a.get(key), b.get(key)));
        }
        return Objects.equals(one, other);
    }

    /** A value for a message, as JavaScript would write it, at most 80 characters. */
    static String shown(@Nullable Object value) {
        String text = value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf(number.longValue())
                : Json.write(value == null ? Map.of() : value);
        if (value == null) {
            return "null";
        }
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
}
