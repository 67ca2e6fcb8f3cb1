package dev.evergreen.kit.provider;

import dev.evergreen.spi.provider.WordTiming;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times of words as vendors tell them, put to their places in the text. */
public final class HeardWords {
    private HeardWords() {}

    /**
     * A word with its times.
     *
     * @param word as the vendor writes it, often without the punctuation that the text has
     */
    public record Heard(String word, Duration from, Duration to) {}

    public static Duration seconds(BigDecimal seconds) {
        return Duration.ofNanos(seconds.movePointRight(9).longValue());
    }

    /**
     * Finds each word after the one before, whatever its case. A word that the text does not have is left out, and so is what ends
     * before it begins.
     */
    public static List<WordTiming> placed(String text, List<Heard> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        // Some letters change their length with their case; then the places are those of the text as it is.
        String searched = lower.length() == text.length() ? lower : text;
        List<WordTiming> placed = new ArrayList<>();
        int from = 0;
        for (Heard word : words) {
            String sought = word.word().strip();
            int at = sought.isEmpty() || word.to().compareTo(word.from()) < 0
                    ? -1
                    : searched.indexOf(searched.equals(lower) ? sought.toLowerCase(Locale.ROOT) : sought, from);
            if (at >= 0) {
                int end = Math.min(text.length(), at + sought.length());
                placed.add(new WordTiming(at, end, word.from(), word.to()));
                from = end;
            }
        }
        return placed;
    }

    /**
     * Words of single letters' times.
     *
     * @param starts when each letter of the text is heard; one for each UTF-16 unit, as long as the text
     * @param ends when it ends
     */
    public static List<WordTiming> ofLetters(String text, List<Duration> starts, List<Duration> ends) {
        List<WordTiming> words = new ArrayList<>();
        int length = Math.min(text.length(), Math.min(starts.size(), ends.size()));
        int begin = -1;
        for (int i = 0; i <= length; i++) {
            boolean inside = i < length && !Character.isWhitespace(text.charAt(i));
            if (inside && begin < 0) {
                begin = i;
            } else if (!inside && begin >= 0) {
                words.add(new WordTiming(begin, i, starts.get(begin), ends.get(i - 1)));
                begin = -1;
            }
        }
        return words;
    }
}
