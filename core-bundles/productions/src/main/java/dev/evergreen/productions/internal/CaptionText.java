package dev.evergreen.productions.internal;

import dev.evergreen.spi.provider.WordTiming;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a spoken line into captions that can be read at a glance. */
final class CaptionText {
    /** Quotation marks and brackets that may follow the end of a sentence. */
    private static final Pattern CLOSING = Pattern.compile("[\"'\u201d\u2019\u00bb)\\]」』】）〉》]+$");

    private static final String SENTENCE_ENDS = ".!?\u2026。．！？؟۔।॥";
    private static final String CLAUSE_ENDS = ",;:\u2014\u2013，、；：،؛";

    private static final double CAPTION = 1;
    private static final double EMPTY = .6;
    private static final double CUT = .8;
    private static final double CUT_AFTER_SHORT_WORD = 1.2;
    private static final double TWO_SENTENCES = .4;
    private static final double REST_AND_NEXT_SENTENCE = 1.6;
    /** A caption that is gone before it is seen, or stays when all is long read. */
    private static final double UNREADABLE = 1;

    private static final double SHORTEST_SECONDS = 0.7;
    private static final double LONGEST_SECONDS = 7;
    /** Articles, prepositions and the like belong to what follows them. */
    private static final int SHORT_WORD = 3;

    private CaptionText() {}

    /**
     * A word of the line with its time from the line's beginning.
     *
     * @param spaced whether there is a space before it
     */
    record Word(String text, boolean spaced, Duration from, Duration to) {}

    /** A caption with its words. */
    record Piece(List<Word> words) {
        Piece {
            words = List.copyOf(words);
        }

        String text() {
            StringBuilder text = new StringBuilder();
            for (Word word : words) {
                text.append(word.spaced() && !text.isEmpty() ? " " : "").append(word.text());
            }
            return text.toString();
        }

        Duration from() {
            return words.get(0).from();
        }

        Duration to() {
            return words.get(words.size() - 1).to();
        }
    }

    /**
     * Of all ways to cut the line, the one that reads best: few captions of like length, cut where a sentence or a clause
     * ends rather than in the middle of one.
     *
     * @param limit letters that a caption should not exceed; see {@link SpokenWords#weight}
     */
    static List<Piece> pieces(String text, Duration length, List<WordTiming> timings, int limit) {
        List<Word> words = words(text, length, timings);
        double[] best = new double[words.size() + 1];
        int[] begin = new int[words.size() + 1];
        for (int end = 1; end <= words.size(); end++) {
            best[end] = Double.POSITIVE_INFINITY;
            double letters = 0;
            for (int start = end - 1; start >= 0; start--) {
                boolean spaceAfter = start < end - 1 && words.get(start + 1).spaced();
                letters += SpokenWords.weight(words.get(start).text()) + (spaceAfter ? 1 : 0);
                if (letters > limit && start < end - 1) {
                    break;
                }
                double cost = best[start] + cost(words, start, end, letters, limit);
                if (cost < best[end]) {
                    best[end] = cost;
                    begin[end] = start;
                }
            }
        }
        Deque<Piece> pieces = new ArrayDeque<>();
        for (int end = words.size(); end > 0; end = begin[end]) {
            pieces.addFirst(new Piece(words.subList(begin[end], end)));
        }
        return List.copyOf(pieces);
    }

    /** What it costs the reader that words {@code start} to before {@code end} are one caption. */
    private static double cost(List<Word> words, int start, int end, double letters, int limit) {
        double empty = Math.max(0, 1 - letters / limit);
        double cost = CAPTION + EMPTY * empty * empty;
        Word last = words.get(end - 1);
        if (end < words.size() && !ends(last, SENTENCE_ENDS) && !ends(last, CLAUSE_ENDS)) {
            boolean binds = last.text().length() <= SHORT_WORD && words.get(end).spaced();
            cost += binds ? CUT_AFTER_SHORT_WORD : CUT;
        }
        double seconds = last.to().minus(words.get(start).from()).toMillis() / 1000.0;
        if (seconds < SHORTEST_SECONDS && end - start < words.size() || seconds > LONGEST_SECONDS && end - start > 1) {
            cost += UNREADABLE;
        }
        boolean begins = start == 0 || ends(words.get(start - 1), SENTENCE_ENDS);
        for (int i = start; i < end - 1; i++) {
            if (ends(words.get(i), SENTENCE_ENDS)) {
                cost += begins ? TWO_SENTENCES : REST_AND_NEXT_SENTENCE;
            }
        }
        return cost;
    }

    private static boolean ends(Word word, String marks) {
        String letters = CLOSING.matcher(word.text()).replaceFirst("");
        return !letters.isEmpty() && marks.indexOf(letters.charAt(letters.length() - 1)) >= 0;
    }

    /** Words with times: the provider's, or spread by letters where it gave none. */
    private static List<Word> words(String text, Duration length, List<WordTiming> timings) {
        List<Word> words = new ArrayList<>();
        for (SpokenWords.Word word : SpokenWords.of(text)) {
            Duration from = timings.isEmpty()
                    ? share(length, word.start(), text.length())
                    : timings.stream()
                            .filter(t -> t.end() > word.start())
                            .findFirst()
                            .map(WordTiming::from)
                            .orElse(length);
            Duration to = timings.isEmpty()
                    ? share(length, word.end(), text.length())
                    : timings.stream()
                            .filter(t -> t.start() < word.end())
                            .reduce((a, b) -> b)
                            .map(WordTiming::to)
                            .orElse(length);
            String letters = text.substring(word.start(), word.end());
            words.add(new Word(letters, word.spaced(), from, to.compareTo(from) < 0 ? from : to));
        }
        return words;
    }

    private static Duration share(Duration length, int part, int whole) {
        return Duration.ofNanos(length.toNanos() / Math.max(1, whole) * part);
    }
}
