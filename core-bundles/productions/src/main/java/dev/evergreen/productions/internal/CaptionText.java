package dev.evergreen.productions.internal;

import dev.evergreen.spi.provider.WordTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a spoken line into captions that can be read at a glance. */
final class CaptionText {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final String SENTENCE_ENDS = ".!?\u2026";
    private static final String CLAUSE_ENDS = ",;:\u2014\u2013";

    private CaptionText() {}

    /** A word of the line with its time from the line's beginning. */
    record Word(String text, Duration from, Duration to) {}

    /** A caption with its words. */
    record Piece(List<Word> words) {
        Piece {
            words = List.copyOf(words);
        }

        String text() {
            return String.join(" ", words.stream().map(Word::text).toList());
        }

        Duration from() {
            return words.get(0).from();
        }

        Duration to() {
            return words.get(words.size() - 1).to();
        }
    }

    /**
     * @param limit letters that a caption should not exceed
     */
    static List<Piece> pieces(String text, Duration length, List<WordTiming> timings, int limit) {
        List<Word> words = words(text, length, timings);
        List<Piece> pieces = new ArrayList<>();
        List<Word> piece = new ArrayList<>();
        int letters = 0;
        int parts = Math.max(1, (text.length() + limit - 1) / limit);
        int wanted = text.length() / parts;
        for (Word word : words) {
            boolean full = letters + word.text().length() > limit;
            boolean rounded =
                    !piece.isEmpty() && ends(piece.get(piece.size() - 1), SENTENCE_ENDS) && letters > limit / 3;
            boolean clause =
                    !piece.isEmpty() && ends(piece.get(piece.size() - 1), CLAUSE_ENDS) && letters > wanted * 2 / 3;
            if (!piece.isEmpty() && (full || rounded || clause)) {
                pieces.add(new Piece(piece));
                piece = new ArrayList<>();
                letters = 0;
            }
            piece.add(word);
            letters += word.text().length() + 1;
        }
        if (!piece.isEmpty()) {
            pieces.add(new Piece(piece));
        }
        return pieces;
    }

    private static boolean ends(Word word, String marks) {
        return marks.indexOf(word.text().charAt(word.text().length() - 1)) >= 0;
    }

    /** Words with times: the provider's, or spread by letters where it gave none. */
    private static List<Word> words(String text, Duration length, List<WordTiming> timings) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            Duration from = timings.isEmpty()
                    ? share(length, matcher.start(), text.length())
                    : timings.stream()
                            .filter(t -> t.end() > matcher.start())
                            .findFirst()
                            .map(WordTiming::from)
                            .orElse(length);
            Duration to = timings.isEmpty()
                    ? share(length, matcher.end(), text.length())
                    : timings.stream()
                            .filter(t -> t.start() < matcher.end())
                            .reduce((a, b) -> b)
                            .map(WordTiming::to)
                            .orElse(length);
            words.add(new Word(matcher.group(), from, to.compareTo(from) < 0 ? from : to));
        }
        return words;
    }

    private static Duration share(Duration length, int part, int whole) {
        return Duration.ofNanos(length.toNanos() / Math.max(1, whole) * part);
    }
}
