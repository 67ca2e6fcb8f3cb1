package dev.evergreen.kit.provider;

import java.nio.charset.StandardCharsets;

/** How many tokens a text has, before a vendor has counted. */
public final class Tokens {
    private static final double LETTERS = 3.5;

    private Tokens() {}

    /** About: vendors say four letters a token for English; other languages have shorter ones. */
    public static long expected(String text) {
        return (long) Math.ceil(text.length() / LETTERS);
    }

    /** At most: byte-pair vocabularies begin with the single bytes of UTF-8, so that no token is shorter than one. */
    public static long ceiling(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
