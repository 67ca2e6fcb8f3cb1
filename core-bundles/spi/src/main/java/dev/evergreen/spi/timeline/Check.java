package dev.evergreen.spi.timeline;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The conditions that the timeline's records share, and the wording of their refusal. */
final class Check {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private Check() {}

    static String id(String what, String id) {
        require(id != null && !id.isBlank(), what + " has no id; give every clip and track a stable one");
        return id;
    }

    static String digest(String what, String digest) {
        require(
                digest != null && DIGEST.matcher(digest).matches(),
                what + " must be sha256: and 64 lower-case hexadecimal digits, but is " + digest);
        return digest;
    }

    static void atLeast(String what, long value, long minimum) {
        require(value >= minimum, what + " must be at least " + minimum + ", but is " + value);
    }

    static void within(String what, double value, double minimum, double maximum) {
        require(
                value >= minimum && value <= maximum,
                what + " must be from " + minimum + " to " + maximum + ", but is " + value);
    }

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** A copy in the order of the keys, so that equal maps are also written alike. */
    static <V> Map<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
