package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.ScriptBlock.Kind;
import dev.evergreen.scripting.ScriptDocument;
import dev.evergreen.scripting.ScriptFormat;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Markdown as far as a film needs it (block structure of CommonMark): headings, paragraphs, list items, quotations and table rows, each a
 * block of its own. Code, comments and link definitions are carried along but neither shown nor spoken.
 */
final class MarkdownReader {
    private static final Pattern HEADING = Pattern.compile("\\s{0,3}(#{1,6})(?:[ \\t]+(.*?))?(?:[ \\t]+#+)?[ \\t]*");
    private static final Pattern RULE =
            Pattern.compile("\\s{0,3}(?:(?:\\*[ \\t]*){3,}|(?:-[ \\t]*){3,}|(?:_[ \\t]*){3,})");
    private static final Pattern UNDERLINE = Pattern.compile("\\s{0,3}(=+|-+)[ \\t]*");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d{1,9}[.)])\\s+\\S.*");
    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(`{3,}|~{3,}).*");
    private static final Pattern TABLE_RULE =
            Pattern.compile("\\s*\\|?\\s*:?-{2,}:?\\s*(?:\\|\\s*:?-{2,}:?\\s*)+\\|?\\s*");
    private static final Pattern DEFINITION = Pattern.compile("\\s{0,3}\\[[^\\]]+\\]:\\s+\\S+.*");

    /** A longer line is text, whatever it begins with; the patterns above are for short ones. */
    private static final int LONGEST_MARKED_LINE = 500;

    private final BlockCollector blocks = new BlockCollector();
    private final String[] lines;
    private final int firstNumber;
    private int at;

    private MarkdownReader(String[] lines, int firstNumber) {
        this.lines = lines;
        this.firstNumber = firstNumber;
    }

    static ScriptDocument read(String text) {
        FrontMatter front = FrontMatter.read(text);
        MarkdownReader reader = new MarkdownReader(text.substring(front.end()).split("\n", -1), front.nextLine());
        reader.readAll();
        return new ScriptDocument(ScriptFormat.MARKDOWN, front.entries(), front.source(), reader.blocks.blocks());
    }

    private void readAll() {
        while (at < lines.length) {
            if (lines[at].isBlank()) {
                blocks.blank();
            } else {
                line(lines[at], firstNumber + at);
            }
            at++;
        }
    }

    private void line(String line, int number) {
        String probe = marked(line);
        Matcher heading = HEADING.matcher(probe);
        Matcher fence = FENCE.matcher(line);
        boolean inParagraph = blocks.openKind() == Kind.ACTION;
        if (fence.matches()) {
            verbatimUntil(fence.group(1), line, number);
        } else if (line.strip().startsWith("<!--")) {
            comment(number);
        } else if (heading.matches()) {
            String text = heading.group(2) == null ? "" : heading.group(2).strip();
            blocks.begin(Kind.SECTION, text, "", heading.group(1).length(), false, number, line);
        } else if (!inParagraph && isUnderlined() && !ITEM.matcher(line).matches()) {
            int level = lines[at + 1].strip().startsWith("=") ? 1 : 2;
            blocks.begin(Kind.SECTION, line.strip(), "", level, false, number, line + "\n" + lines[++at]);
        } else if (RULE.matcher(probe).matches()) {
            blocks.begin(Kind.PAGE_BREAK, line.strip(), number, line);
        } else if (TABLE_RULE.matcher(probe).matches()
                || !inParagraph && DEFINITION.matcher(line).matches()) {
            blocks.begin(Kind.VERBATIM, line.strip(), number, line);
            blocks.close();
        } else if (ITEM.matcher(line).matches() || line.strip().startsWith("|")) {
            blocks.begin(Kind.ACTION, line.strip(), number, line);
        } else {
            blocks.append(Kind.ACTION, line.strip(), number, line);
        }
    }

    private static String marked(String line) {
        return line.length() <= LONGEST_MARKED_LINE ? line : "";
    }

    private boolean isUnderlined() {
        boolean plainLine = !RULE.matcher(marked(lines[at])).matches()
                && !lines[at].strip().startsWith(">")
                && !lines[at].strip().startsWith("|");
        return plainLine
                && at + 1 < lines.length
                && UNDERLINE.matcher(marked(lines[at + 1])).matches();
    }

    private void verbatimUntil(String fence, String line, int number) {
        verbatim(
                line,
                number,
                next -> next.strip().startsWith(fence) && next.strip().chars().allMatch(c -> c == fence.charAt(0)));
    }

    private void comment(int number) {
        if (lines[at].contains("-->")) {
            blocks.begin(Kind.VERBATIM, lines[at], number, lines[at]);
            blocks.close();
        } else {
            verbatim(lines[at], number, next -> next.contains("-->"));
        }
    }

    /** Takes lines over as they are, to the one that ends them or to the text's last one. */
    private void verbatim(String line, int number, Predicate<String> isLast) {
        int end = at + 1;
        while (end < lines.length && !isLast.test(lines[end])) {
            end++;
        }
        end = Math.min(end, lines.length - 1);
        while (end > at && lines[end].isBlank()) {
            end--;
        }
        blocks.begin(Kind.VERBATIM, line, number, line);
        while (at < end) {
            at++;
            blocks.append(Kind.VERBATIM, lines[at], number, lines[at]);
        }
        blocks.close();
    }
}
