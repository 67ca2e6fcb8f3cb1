package dev.evergreen.spending.internal;

import java.time.Duration;

/** Times of {@code etc/dev.evergreen.spending.cfg}, checked. */
final class ConfiguredTime {
    private static final int LONGEST = 86_400;

    private ConfiguredTime() {}

    /** @throws IllegalArgumentException naming the key and its bounds */
    static Duration seconds(String key, int value, int least) {
        return seconds(key, value, least, LONGEST);
    }

    /** @throws IllegalArgumentException naming the key and its bounds */
    static Duration seconds(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "etc/dev.evergreen.spending.cfg: " + key + " = " + value + " is outside " + least + " to " + most);
        }
        return Duration.ofSeconds(value);
    }
}
