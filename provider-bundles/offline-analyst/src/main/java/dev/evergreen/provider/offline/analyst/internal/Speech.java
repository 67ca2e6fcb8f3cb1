package dev.evergreen.provider.offline.analyst.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long words take to say, and where they can be divided. */
final class Speech {
    /** A calm English narrator. */
    static final double WORDS_A_SECOND = 2.6;

    /** Scripts without spaces are counted by characters; about this many are said in the time of a word. */
    private static final double CHARACTERS_A_WORD = 1.7;

    private static final double SHORTEST_SECONDS = 2.5;

    private static final Pattern SENTENCE_END = Pattern.compile(
            "(?:[.!?\u2026]+[\"'\u201d\u2019)\\]]*(?=\\s|$)|[\u3002\uff01\uff1f]+[\u300d\u300f\u201d]*)");
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|.*[\\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|Sgt|Capt|Lt|Col|Gen|Jr|Sr|vs|etc|e\\.g|i\\.e|approx|No|\\p{Lu})\\.$",
            Pattern.DOTALL);
    private static final Pattern CLAUSE_END = Pattern.compile(
            "[;:](?=\\s)|\\s[\u2013\u2014-]+(?=\\s)|\u2014|,(?=\\s(?:and|but|so|while|because|then|until|where|which|when|or)\\b)|[\u3001\uff0c]");

    private Speech() {}

    static double seconds(String text) {
        double words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isUnspaced(c)) {
                words += 1 / CHARACTERS_A_WORD;
                inWord = false;
            } else if (Character.isLetterOrDigit(c)) {
                words += inWord ? 0 : 1;
                inWord = true;
            } else if (c != '\'' && c != '\u2019') {
                inWord = false;
            }
        }
        return words / WORDS_A_SECOND;
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        Matcher matcher = SENTENCE_END.matcher(text);
        int start = 0;
        while (matcher.find()) {
            String sentence = text.substring(start, matcher.end()).strip();
            if (!sentence.isEmpty() && !ABBREVIATION.matcher(sentence).matches() && !goesOnSmall(text, matcher.end())) {
                sentences.add(sentence);
                start = matcher.end();
            }
        }
        String rest = text.substring(start).strip();
        if (!rest.isEmpty()) {
            sentences.add(rest);
        }
        return sentences;
    }

    /**
     * Text in pieces of about equal length, none much longer than the maximum: divided at sentence ends, and within a sentence only where it alone is
     * far too long.
     */
    static List<String> pieces(String text, double maximumSeconds) {
        return pieces(text, maximumSeconds, (before, next) -> false);
    }

    /** @param turns whether what follows is about something else, so that a new piece should begin if the open one is long enough */
    static List<String> pieces(String text, double maximumSeconds, BiPredicate<String, String> turns) {
        List<String> parts = new ArrayList<>();
        for (String sentence : sentences(oneLine(text))) {
            divide(sentence, maximumSeconds * 1.35, parts);
        }
        double total = parts.stream().mapToDouble(Speech::seconds).sum();
        double target = total / Math.max(1, Math.ceil(total / (maximumSeconds * 0.9)));
        List<String> pieces = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String part : parts) {
            double now = seconds(open.toString());
            double grown = now + seconds(part);
            boolean full = grown > maximumSeconds
                    || grown - target > target - now && now >= SHORTEST_SECONDS
                    || now >= SHORTEST_SECONDS && turns.test(open.toString(), part);
            if (!open.isEmpty() && full) {
                pieces.add(open.toString());
                open.setLength(0);
            }
            open.append(open.isEmpty() ? "" : " ").append(part);
        }
        if (!open.isEmpty()) {
            pieces.add(open.toString());
        }
        return pieces;
    }

    private static void divide(String sentence, double longest, List<String> parts) {
        if (seconds(sentence) <= longest) {
            parts.add(sentence);
            return;
        }
        int best = -1;
        Matcher matcher = CLAUSE_END.matcher(sentence);
        while (matcher.find()) {
            int at = matcher.end();
            boolean nearer = best < 0 || Math.abs(at - sentence.length() / 2) < Math.abs(best - sentence.length() / 2);
            if (nearer && at < sentence.length() - 1) {
                best = at;
            }
        }
        if (best < 0) {
            parts.add(sentence);
            return;
        }
        divide(sentence.substring(0, best).strip(), longest, parts);
        divide(sentence.substring(best).strip(), longest, parts);
    }

    private static boolean goesOnSmall(String text, int end) {
        int next = end;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length()
                && Character.isLowerCase(text.charAt(next))
                && text.charAt(end - 1) != '!'
                && text.charAt(end - 1) != '?';
    }

    private static boolean isUnspaced(char c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.THAI;
    }
}
