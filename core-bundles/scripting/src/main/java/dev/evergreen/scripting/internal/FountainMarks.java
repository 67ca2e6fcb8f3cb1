package dev.evergreen.scripting.internal;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules by which Fountain tells a line's kind from its looks (fountain.io/syntax). */
final class FountainMarks {
    private static final Pattern HEADING = Pattern.compile(
            "(?:INT|EXT|EST|INT\\.?/EXT|EXT\\.?/INT|I\\.?/E|E\\.?/I)[. ].*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SCENE_NUMBER = Pattern.compile("#([\\p{L}\\p{N}.\\-]+)#\\s*$");

    /** Written without {@code TO:} in nearly every screenplay; the published syntax would have them forced with a greater-than sign. */
    private static final Set<String> KNOWN_TRANSITIONS = Set.of(
            "FADE IN:", "FADE IN.", "FADE OUT.", "FADE OUT:", "FADE TO BLACK.", "FADE TO WHITE.", "CUT TO BLACK.");

    private FountainMarks() {}

    static boolean looksLikeHeading(String trimmed) {
        return HEADING.matcher(trimmed).matches();
    }

    /** One period, then a letter or a digit: an ellipsis is no heading. */
    static boolean isForcedHeading(String trimmed) {
        return trimmed.length() > 1 && trimmed.charAt(0) == '.' && Character.isLetterOrDigit(trimmed.codePointAt(1));
    }

    static boolean isPageBreak(String trimmed) {
        return trimmed.length() >= 3 && trimmed.chars().allMatch(c -> c == '=');
    }

    static boolean isTransition(String trimmed) {
        return KNOWN_TRANSITIONS.contains(trimmed) || trimmed.endsWith("TO:") && isUpperCase(trimmed);
    }

    /** A cue in capital letters; what stands in parentheses may be small. */
    static boolean isCharacter(String trimmed) {
        String name = trimmed.endsWith("^") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
        int parenthesis = name.indexOf('(');
        if (parenthesis == 0) {
            return false;
        }
        if (parenthesis > 0) {
            if (!name.stripTrailing().endsWith(")")) {
                return false;
            }
            name = name.substring(0, parenthesis);
        }
        return isUpperCase(name);
    }

    static boolean isForcedCharacter(String trimmed) {
        return trimmed.length() > 1 && trimmed.charAt(0) == '@' && !Character.isWhitespace(trimmed.charAt(1));
    }

    /** At least one capital and no small letter. */
    static boolean isUpperCase(String text) {
        boolean capital = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            capital |= Character.isUpperCase(c);
        }
        return capital;
    }

    /** The scene number at a heading's end, empty when it has none. */
    static String sceneNumber(String heading) {
        Matcher matcher = SCENE_NUMBER.matcher(heading);
        return matcher.find() ? matcher.group(1) : "";
    }

    static String withoutSceneNumber(String heading) {
        Matcher matcher = SCENE_NUMBER.matcher(heading);
        return matcher.find() ? heading.substring(0, matcher.start()).stripTrailing() : heading;
    }
}
