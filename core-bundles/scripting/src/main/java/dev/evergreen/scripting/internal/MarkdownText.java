package dev.evergreen.scripting.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown's inline markup, and the marks of list items, quotations and table rows at a block's beginning. */
final class MarkdownText {
    private static final Pattern MARKER =
            Pattern.compile("^[>\\s]*(?:(?:[-*+]|\\d{1,9}[.)])\\s+)?(?:\\[[ xX]\\]\\s+)?");
    private static final Pattern QUOTE = Pattern.compile("(?m)^[ \\t]*+>[> \\t]*+");
    private static final Pattern LINK =
            Pattern.compile("\\[([^\\[\\]\\n]{0,1000})\\](?:\\([^()\\n]{0,1000}\\)|\\[[^\\[\\]\\n]{0,1000}\\])");
    private static final Pattern AUTOLINK =
            Pattern.compile("<(https?://[^<>\\s]{1,1000}|[^<>\\s@]{1,200}@[^<>\\s]{1,200})>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>\\n]{0,300}>|<!--.{0,1000}?-->", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`++([^`\\n]{1,1000})`++");
    private static final Pattern STRIKE = Pattern.compile("~~([^~\\n]{1,1000})~~");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|nbsp|mdash|ndash|hellip);");

    private MarkdownText() {}

    /** What is seen and spoken. */
    static String plain(String text) {
        String words = text;
        Matcher marker = MARKER.matcher(words);
        if (marker.lookingAt()) {
            words = words.substring(marker.end());
        }
        words = QUOTE.matcher(words).replaceAll("");
        if (words.startsWith("|")) {
            words = String.join(
                    ", ", words.strip().replaceAll("^\\||\\|$", "").strip().split("\\s{0,20}\\|\\s{0,20}"));
        }
        words = CODE.matcher(words).replaceAll("$1");
        words = LINK.matcher(words).replaceAll("$1");
        words = AUTOLINK.matcher(words).replaceAll("$1");
        words = TAG.matcher(words).replaceAll("");
        words = STRIKE.matcher(words).replaceAll("$1");
        return entities(ESCAPE.matcher(FountainText.withoutEmphasis(words)).replaceAll("$1"));
    }

    private static String entities(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return ENTITY.matcher(text).replaceAll(match -> switch (match.group(1)) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "nbsp" -> " ";
            case "mdash" -> "\u2014";
            case "ndash" -> "\u2013";
            default -> "\u2026";
        });
    }
}
