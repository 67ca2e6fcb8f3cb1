package dev.evergreen.scripting.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a subtitle is shown, in seconds.
 *
 * @param start from
 * @param end to
 */
record SubtitleTimes(double start, double end) {
    /** A pause that long in the subtitles is taken as a change of scene. */
    static final double SCENE_GAP_SECONDS = 4;

    private static final String TIME = "(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{1,2})(?:[,.](\\d{1,3}))?";
    private static final Pattern LINE = Pattern.compile("\\s*" + TIME + "\\s*-+>\\s*" + TIME + ".*");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>|\\{\\\\[^{}]{0,200}\\}");

    static boolean isTimeLine(String line) {
        return LINE.matcher(line).matches();
    }

    static SubtitleTimes parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? new SubtitleTimes(seconds(matcher, 1), seconds(matcher, 5))
                : new SubtitleTimes(0, 0);
    }

    /** The text without font tags and position codes. */
    static String plain(String text) {
        return TAG.matcher(text).replaceAll("");
    }

    private static double seconds(Matcher matcher, int group) {
        String fraction = matcher.group(group + 3) == null ? "0" : matcher.group(group + 3);
        return number(matcher.group(group)) * 3600
                + number(matcher.group(group + 1)) * 60
                + number(matcher.group(group + 2))
                + Double.parseDouble("0." + fraction);
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
