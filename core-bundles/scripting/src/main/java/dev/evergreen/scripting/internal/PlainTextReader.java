package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.ScriptBlock.Kind;
import dev.evergreen.scripting.ScriptDocument;
import dev.evergreen.scripting.ScriptFormat;
import java.util.regex.Pattern;

/**
 * Reads plain text: paragraphs divided by empty lines. A heading is a short line of its own that is numbered like a chapter, written in capitals or
 * underlined; the first short line without a full stop is the title.
 */
final class PlainTextReader {
    private static final int HEADING_LENGTH = 70;
    private static final Pattern CHAPTER = Pattern.compile(
            "(?:chapter|scene|part|act|episode|step|kapitel|szene|teil|chapitre|sc\u00e8ne)\\s+(?:\\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)\\b.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNDERLINE = Pattern.compile("={3,}|-{3,}|~{3,}");
    private static final Pattern BREAK =
            Pattern.compile("(?:\\*\\s*){3,}|(?:-\\s*){3,}|(?:_\\s*){3,}|#|\u2042|(?:~\\s*){3,}|={3,}");

    private PlainTextReader() {}

    static ScriptDocument read(String text) {
        FrontMatter front = FrontMatter.read(text);
        BlockCollector blocks = new BlockCollector();
        String[] lines = text.substring(front.end()).split("\n", -1);
        boolean first = true;
        int i = 0;
        while (i < lines.length) {
            int number = front.nextLine() + i;
            String line = lines[i];
            if (line.isBlank()) {
                blocks.blank();
                i++;
                continue;
            }
            boolean alone = i + 1 >= lines.length || lines[i + 1].isBlank();
            boolean paragraphStart = blocks.openKind() == null || blocks.openKind() != Kind.ACTION;
            boolean underlined = !alone
                    && lines[i + 1].strip().length() <= HEADING_LENGTH
                    && UNDERLINE.matcher(lines[i + 1].strip()).matches();
            if (paragraphStart
                    && alone
                    && line.strip().length() <= HEADING_LENGTH
                    && BREAK.matcher(line.strip()).matches()) {
                blocks.begin(Kind.PAGE_BREAK, line.strip(), number, line);
            } else if (paragraphStart && underlined && line.strip().length() <= HEADING_LENGTH) {
                blocks.begin(
                        Kind.SECTION, line.strip(), "", level(line, first), false, number, line + "\n" + lines[++i]);
            } else if (paragraphStart && alone && isHeading(line.strip(), first)) {
                blocks.begin(Kind.SECTION, line.strip(), "", level(line, first), false, number, line);
            } else {
                blocks.append(Kind.ACTION, line.strip(), number, line);
            }
            first = false;
            i++;
        }
        return new ScriptDocument(ScriptFormat.PLAIN_TEXT, front.entries(), front.source(), blocks.blocks());
    }

    /** Whether a line with empty lines around it is a heading. */
    static boolean isHeading(String line, boolean first) {
        if (line.length() > HEADING_LENGTH || Cues.in(line).text().isEmpty()) {
            return false;
        }
        char end = line.charAt(line.length() - 1);
        boolean sentence = ".!?;,\u2026\"\u201d'".indexOf(end) >= 0;
        return CHAPTER.matcher(line).matches()
                || !sentence && FountainMarks.isUpperCase(line) && line.length() > 1
                || FountainMarks.looksLikeHeading(line) && FountainMarks.isUpperCase(line)
                || first && !sentence && end != ':' && line.split("\\s+").length <= 10;
    }

    private static int level(String line, boolean first) {
        return first && !CHAPTER.matcher(line.strip()).matches() ? 1 : 2;
    }
}
