package dev.evergreen.scripting.internal;

import dev.evergreen.spi.script.SceneHeading;
import dev.evergreen.spi.script.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes scene headings apart: setting, place, time of day. */
final class SceneHeadings {
    /** Longer ones are no headings that anybody wrote; they are not searched for a time. */
    private static final int LONGEST = 300;

    private static final Pattern PREFIX = Pattern.compile(
            "(INT\\.?/EXT|EXT\\.?/INT|I\\.?/E|E\\.?/I|INT|EXT|EST)[. ]\\s*(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SEPARATOR = Pattern.compile("\\s+[-\u2013\u2014]+\\s+|\\s*(?:--|\u2014)\\s*|,\\s+");
    private static final Pattern TIME = Pattern.compile(
            "(?:(?:THE |EARLY |LATE |LATER |PRE-|NEXT |SAME |FOLLOWING |THAT |MID|FIRST |LAST |MOMENTS |MINUTES |HOURS |A FEW |ONE |TWO )*)"
                    + "(?:DAY|NIGHT|DAWN|DUSK|MORNING|AFTERNOON|EVENING|NOON|MIDDAY|MIDNIGHT|SUNRISE|SUNSET|SUNDOWN|DAYBREAK|TWILIGHT|GOLDEN HOUR|MAGIC HOUR|BLUE HOUR|"
                    + "LIGHT|CONTINUOUS|CONTINUING|"
                    + "TAG|NACHT|MORGEN|MITTAG|VORMITTAG|NACHMITTAG|ABEND|JOUR|NUIT|MATIN|SOIR|AUBE|D\u00cdA|NOCHE|TARDE|GIORNO|NOTTE|SERA|DIA|NOITE|LATER|SAME|SAME TIME|MOMENTS LATER|NIGHTFALL|STARLIGHT|MOONLIGHT)"
                    + "(?: \\d+)?(?: TIME)?(?: LATER)?(?:\\s*[(\\[].*[)\\]])?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private SceneHeadings() {}

    /** @param text the heading without forcing mark, scene number and markup */
    static SceneHeading parse(String text) {
        Matcher prefix = PREFIX.matcher(text);
        Setting setting = Setting.UNSPECIFIED;
        String rest = text;
        if (prefix.matches()) {
            setting = setting(prefix.group(1).toUpperCase(Locale.ROOT));
            rest = prefix.group(2);
        }
        rest = rest.strip();
        if (rest.length() > LONGEST) {
            return new SceneHeading(text, setting, rest, "");
        }
        if (setting != Setting.UNSPECIFIED && TIME.matcher(rest).matches()) {
            return new SceneHeading(text, setting, "", rest);
        }
        List<int[]> separators = new ArrayList<>();
        Matcher separator = SEPARATOR.matcher(rest);
        while (separator.find()) {
            separators.add(new int[] {separator.start(), separator.end()});
        }
        for (int i = separators.size() - 1; i >= 0; i--) {
            int end = i + 1 < separators.size() ? separators.get(i + 1)[0] : rest.length();
            String part = rest.substring(separators.get(i)[1], end);
            if (TIME.matcher(part).matches()) {
                return new SceneHeading(
                        text, setting, rest.substring(0, separators.get(i)[0]).strip(), part);
            }
        }
        return new SceneHeading(text, setting, rest, "");
    }

    /** A heading that no script wrote as one: its words are a title, not a place. */
    static SceneHeading title(String text) {
        return PREFIX.matcher(text).matches() ? parse(text) : new SceneHeading(text, Setting.UNSPECIFIED, "", "");
    }

    private static Setting setting(String prefix) {
        if (prefix.contains("/")) {
            return Setting.BOTH;
        }
        return prefix.equals("INT") ? Setting.INTERIOR : Setting.EXTERIOR;
    }
}
