package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.ScriptBlock;
import dev.evergreen.scripting.ScriptBlock.Kind;
import dev.evergreen.scripting.ScriptDocument;
import dev.evergreen.scripting.ScriptFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads Fountain 1.1 (fountain.io/syntax) line by line. Linear in the script's length. */
final class FountainReader {
    private final BlockCollector blocks = new BlockCollector();
    private final Diagnostics diagnostics;
    private final List<FountainLine> lines;
    private boolean inDialogue;
    private boolean afterBreak = true;
    private boolean dialogueBefore;

    private FountainReader(List<FountainLine> lines, Diagnostics diagnostics) {
        this.lines = lines;
        this.diagnostics = diagnostics;
    }

    static ScriptDocument read(String text, Diagnostics diagnostics) {
        FountainTitlePage titlePage = FountainTitlePage.read(text);
        return new ScriptDocument(
                ScriptFormat.FOUNTAIN,
                titlePage.entries(),
                titlePage.source(),
                blocks(text.substring(titlePage.end()), titlePage.nextLine(), diagnostics));
    }

    /** The blocks of a text without title page. */
    static List<ScriptBlock> blocks(String text, int firstLine, Diagnostics diagnostics) {
        return new FountainReader(FountainLine.split(text, firstLine, diagnostics), diagnostics).read();
    }

    private List<ScriptBlock> read() {
        for (int i = 0; i < lines.size(); i++) {
            FountainLine line = lines.get(i);
            if (line.isEmpty()) {
                empty(line, i);
            } else if (line.isNote()) {
                blocks.begin(Kind.NOTE, between(line.raw(), "[[", "]]"), line.number(), line.raw());
                afterBreak |= !inDialogue;
            } else if (inDialogue) {
                dialogue(line);
            } else {
                body(line, i);
            }
        }
        return blocks.blocks();
    }

    private void empty(FountainLine line, int index) {
        if (inDialogue && line.isConnectingBlank() && dialogueGoesOn(index)) {
            blocks.append(Kind.DIALOGUE, "", line.number(), line.raw());
            return;
        }
        dialogueBefore |= inDialogue;
        inDialogue = false;
        afterBreak = true;
        if (line.isBoneyard()) {
            blocks.begin(Kind.BONEYARD, between(line.raw(), "/*", "*/"), line.number(), line.raw());
            blocks.close();
        } else {
            blocks.blank();
        }
    }

    private boolean dialogueGoesOn(int index) {
        int next = index + 1;
        while (next < lines.size() && lines.get(next).isConnectingBlank()) {
            next++;
        }
        return next < lines.size() && !lines.get(next).isEmpty();
    }

    private void dialogue(FountainLine line) {
        String bare = line.bare().strip();
        if (bare.startsWith("(") && bare.endsWith(")")) {
            String text = content(line, s -> s.substring(1, s.length() - 1));
            blocks.begin(Kind.PARENTHETICAL, text, line.number(), line.raw());
        } else if (bare.startsWith("~")) {
            lyrics(line);
        } else {
            blocks.append(Kind.DIALOGUE, line.raw().strip(), line.number(), line.raw());
        }
    }

    private void body(FountainLine line, int index) {
        String bare = line.bare().strip();
        boolean free = afterBreak;
        afterBreak = true;
        boolean dialoguePreceding = dialogueBefore;
        dialogueBefore = false;
        if (bare.startsWith("!")) {
            action(line, bare);
        } else if (FountainMarks.isPageBreak(bare)) {
            blocks.begin(Kind.PAGE_BREAK, line.extras(), line.number(), line.raw());
        } else if (bare.startsWith("#")) {
            section(line, bare);
        } else if (bare.startsWith("=")) {
            single(Kind.SYNOPSIS, line, s -> s.substring(1).strip());
        } else if (bare.startsWith("~")) {
            lyrics(line);
        } else if (bare.startsWith(">") && bare.endsWith("<") && bare.length() > 1) {
            single(Kind.CENTERED, line, s -> s.substring(1, s.length() - 1).strip());
        } else if (bare.startsWith(">")) {
            single(Kind.TRANSITION, line, s -> s.substring(1).strip());
        } else if (free && FountainMarks.isForcedHeading(bare)) {
            heading(line, 1);
        } else if (free && FountainMarks.looksLikeHeading(bare)) {
            heading(line, 0);
        } else if (free && FountainMarks.isForcedCharacter(bare)) {
            character(line, 1, dialoguePreceding);
        } else if (free && FountainMarks.isTransition(bare) && emptyAfter(index)) {
            single(Kind.TRANSITION, line, UnaryOperator.identity());
        } else if (free && FountainMarks.isCharacter(bare) && !emptyAfter(index)) {
            character(line, 0, dialoguePreceding);
        } else {
            action(line, bare);
        }
    }

    private void action(FountainLine line, String bare) {
        afterBreak = false;
        String raw = line.raw().stripTrailing();
        String text = raw;
        if (bare.startsWith("!")) {
            int mark = raw.indexOf('!');
            text = raw.substring(0, mark).isBlank() ? raw.substring(mark + 1) : content(line, s -> s.substring(1));
        }
        blocks.append(Kind.ACTION, text, line.number(), line.raw());
    }

    private void section(FountainLine line, String bare) {
        int level = 0;
        while (level < bare.length() && bare.charAt(level) == '#') {
            level++;
        }
        int depth = level;
        String text = content(line, s -> s.substring(depth).strip());
        blocks.begin(Kind.SECTION, text, "", depth, false, line.number(), line.raw());
    }

    private void heading(FountainLine line, int mark) {
        String number = FountainMarks.sceneNumber(line.bare());
        String text = content(
                line, s -> FountainMarks.withoutSceneNumber(s).substring(mark).strip());
        blocks.begin(Kind.SCENE_HEADING, text, number, 0, false, line.number(), line.raw());
    }

    private void character(FountainLine line, int mark, boolean dialoguePreceding) {
        boolean dual = line.bare().strip().endsWith("^");
        if (dual && !dialoguePreceding) {
            diagnostics.warn(
                    line.number(),
                    line.raw().indexOf('^') + 1,
                    "This dual dialogue has no dialogue before it to stand beside: remove the ^ or write the other speech first.");
        }
        int end = dual ? 1 : 0;
        String text = content(line, s -> s.substring(mark, s.length() - end).strip());
        blocks.begin(Kind.CHARACTER, text, "", 0, dual, line.number(), line.raw());
        inDialogue = true;
    }

    private void lyrics(FountainLine line) {
        blocks.append(Kind.LYRICS, content(line, s -> s.substring(1).strip()), line.number(), line.raw());
    }

    private void single(Kind kind, FountainLine line, UnaryOperator<String> strip) {
        blocks.begin(kind, content(line, strip), line.number(), line.raw());
    }

    private boolean emptyAfter(int index) {
        return index + 1 >= lines.size() || lines.get(index + 1).isEmpty();
    }

    /** A line's text without its marks; boneyards and notes, which may stand before or behind a mark, follow the text. */
    private static String content(FountainLine line, UnaryOperator<String> strip) {
        String text = strip.apply(line.bare().strip());
        return line.extras().isEmpty()
                ? text
                : (text.strip().replaceAll(" {2,}", " ") + " " + line.extras()).stripLeading();
    }

    private static String between(String raw, String open, String close) {
        String trimmed = raw.strip();
        return trimmed.substring(open.length(), trimmed.length() - close.length());
    }
}
