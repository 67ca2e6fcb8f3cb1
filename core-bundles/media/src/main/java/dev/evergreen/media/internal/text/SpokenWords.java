package dev.evergreen.media.internal.text;

import dev.evergreen.spi.timeline.WordTiming;
import java.util.ArrayList;
import java.util.List;

/** The words of a caption that are followed while they are spoken. */
public final class SpokenWords {
    private static final int MOST_TOGETHER = 3;
    private static final int MOST_LETTERS = 16;
    private static final String ENDS = ".!?…,;:。！？、，；：،؟।";

    private SpokenWords() {}

    /** Words of a caption of which only the length is known: each takes time by its letters. */
    public static List<WordTiming> spread(String text, long frames) {
        List<String> words = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            if (word.codePoints().anyMatch(letter -> Scripts.eastAsian(letter) || Scripts.unspaced(letter))) {
                words.addAll(apart(word));
            } else {
                words.add(word);
            }
        }
        int letters = words.stream().mapToInt(String::length).sum();
        List<WordTiming> timings = new ArrayList<>();
        int before = 0;
        for (String word : words) {
            long from = frames * before / Math.max(1, letters);
            before += word.length();
            timings.add(new WordTiming(word, from, frames * before / Math.max(1, letters) - from));
        }
        return timings;
    }

    /** Ideographs each alone, with the marks that follow them; words where a dictionary tells them apart. */
    private static List<String> apart(String word) {
        LineBreaks breaks = new LineBreaks(word);
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= word.length(); to++) {
            if (to == word.length() || breaks.last(to - 1, to) == to) {
                parts.add(word.substring(from, to));
                from = to;
            }
        }
        return parts;
    }

    /** Whether a caption runs from right to left, by its first letter that has a direction. */
    public static boolean rightToLeft(String text) {
        return Scripts.rightToLeft(text, "");
    }

    /** For each word where it stands in the text; an empty range where it does not. */
    public static int[][] ranges(String text, List<WordTiming> words) {
        int[][] ranges = new int[words.size()][];
        int at = 0;
        for (int i = 0; i < ranges.length; i++) {
            String word = words.get(i).text().strip();
            int found = text.indexOf(word, at);
            ranges[i] = found < 0 ? new int[] {at, at} : new int[] {found, found + word.length()};
            at = ranges[i][1];
        }
        return ranges;
    }

    /** Of each word the first one of those that are shown together with it: few enough to be seen at a glance, and no more than a clause. */
    public static int[] groups(String text, int[][] ranges) {
        int[] first = new int[ranges.length];
        for (int i = 1; i < ranges.length; i++) {
            int start = first[i - 1];
            String so = text.substring(ranges[start][0], ranges[i - 1][1]);
            String with = text.substring(ranges[start][0], Math.max(ranges[i - 1][1], ranges[i][1]));
            boolean spaced = ranges[i][0] > ranges[i - 1][1];
            boolean full = weight(with) > MOST_LETTERS || spaced && i - start >= MOST_TOGETHER;
            boolean ended = !so.isEmpty() && ENDS.indexOf(so.charAt(so.length() - 1)) >= 0;
            first[i] = full || ended ? i : start;
        }
        return first;
    }

    /** Letters, of which ideographs count twice. */
    private static int weight(String text) {
        return text.codePoints()
                .map(letter -> Scripts.eastAsian(letter) ? 2 : 1)
                .sum();
    }
}
