package dev.evergreen.scripting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.scripting.ScriptBlock.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts made by chance from pieces of every construct survive reading, printing and reading again. Seeds are fixed. */
class RoundTripTest {
    private static final int COUNT = "full".equals(System.getProperty("evergreen.counts")) ? 20_000 : 1_000;
    private static final String[] PIECES = {
        "INT. HOUSE - DAY",
        "ext. sea - night #3A#",
        ".FORCED",
        "...",
        "..",
        ".",
        "MARA",
        "MARA (V.O.)",
        "@McCLANE",
        "STEEL ^",
        "(softly)",
        "(",
        ")",
        "Waves roll in.",
        "  ",
        " ",
        "",
        "",
        "",
        "\t",
        "   indented",
        "!FORCED",
        "!",
        "! INT. NO",
        "~la la",
        "~",
        "> CENTRE <",
        "><",
        "> FADE",
        ">",
        "CUT TO:",
        "FADE OUT.",
        "# Act",
        "###",
        "#",
        "= synopsis",
        "=",
        "==",
        "===",
        "======",
        "[[note]]",
        "[[open",
        "close]]",
        "/* cut */",
        "/*",
        "*/",
        "*it*",
        "**b**",
        "***x***",
        "_u_",
        "\\*",
        "\\",
        "Title: A",
        "Author:",
        "    Ada",
        "key: value",
        "123",
        "A",
        "ÄÖ",
        "李明",
        "- item",
        "1. one",
        "> quote",
        "```",
        "---",
        "***",
        "| a | b |",
        "|---|---|",
        "<!-- c -->",
        "![a](b.png)",
        "[image: a.png]",
        "Chapter 1",
        "====",
        "----",
        "00:00:01,000 --> 00:00:02,000",
        "7",
        "Hello [[x]] there",
        "One /* two */ three",
        "[[a]] MARA",
        "MARA [[b]]",
        "/* c */ INT. A - DAY",
        "\u00a0",
        "a  b",
        "#1# x",
        "AND:",
        "@",
        "^",
        "MARA^",
        "'",
        "\"quoted\"",
        "&amp;",
        "<b>",
        "]]",
        "Mara:",
        "TO:",
        "I/E CAR",
        "est. city",
        "* * *",
        "\\- x",
        "Word ".repeat(30)
    };

    private final ScriptParser parser = ScriptParser.create(ScriptParser.DEFAULT_MAXIMUM_BYTES);

    @ParameterizedTest
    @EnumSource(
            value = ScriptFormat.class,
            names = {"FOUNTAIN", "MARKDOWN", "PLAIN_TEXT"})
    void everyTextIsPrintedAsItWasWritten(ScriptFormat format) {
        everyScript(
                format,
                (text, script) -> assertEquals(
                        normal(text),
                        normal(ScriptPrinter.print(script.document())),
                        () -> "printed otherwise:\n" + text));
    }

    @ParameterizedTest
    @EnumSource(
            value = ScriptFormat.class,
            names = {"FOUNTAIN", "MARKDOWN", "PLAIN_TEXT"})
    void canonicalFormReadsTheSame(ScriptFormat format) {
        everyScript(format, (text, script) -> {
            String canonical = ScriptPrinter.print(script.document().withoutSource());
            ParsedScript again = parse(canonical, format).orElseThrow();
            assertEquals(shape(script), shape(again), () -> "from:\n" + text + "\n-- as:\n" + canonical);
            assertEquals(canonical, ScriptPrinter.print(again.document().withoutSource()), () -> "from:\n" + text);
        });
    }

    @Test
    void whatIsCutOverSeveralLinesOfALyricStaysOnePiece() {
        ParsedScript script = parse("MARA\n~sing /* one\ntwo */ on\n~and on", ScriptFormat.FOUNTAIN)
                .orElseThrow();
        String canonical = ScriptPrinter.print(script.document().withoutSource());
        assertEquals(
                shape(script), shape(parse(canonical, ScriptFormat.FOUNTAIN).orElseThrow()));
    }

    @ParameterizedTest
    @EnumSource(
            value = ScriptFormat.class,
            names = {"FOUNTAIN", "MARKDOWN", "PLAIN_TEXT"})
    void noLineLosesText(ScriptFormat format) {
        everyScript(format, (text, script) -> {
            StringBuilder kept = new StringBuilder();
            script.document()
                    .titlePage()
                    .forEach(entry -> kept.append(entry.key()).append(entry.values()));
            script.document()
                    .blocks()
                    .forEach(block -> kept.append(block.label()).append(block.text()));
            String all = kept.toString();
            for (String line : text.split("\n")) {
                for (String word : line.split("[^\\p{L}]+")) {
                    assertTrue(all.contains(word), () -> "lost \"" + word + "\" of:\n" + text);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("made")
    void madeDocumentsReadAsTheyWereMade(ScriptDocument made) throws ScriptException {
        String printed = ScriptPrinter.print(made);
        ScriptDocument read = parser.parse(printed, made.format() == ScriptFormat.FINAL_DRAFT ? "a.fdx" : "a.fountain")
                .document();
        assertEquals(shape(made), shape(read), printed);
        assertEquals(
                made.titlePage().stream()
                        .map(entry -> entry.key() + entry.values())
                        .toList(),
                read.titlePage().stream()
                        .map(entry -> entry.key() + entry.values())
                        .toList());
    }

    /** Documents of every kind of block, as an editor would make them. */
    static Stream<ScriptDocument> made() {
        return IntStream.range(0, COUNT / 5)
                .boxed()
                .flatMap(seed -> Stream.of(
                        made(new Random(seed), ScriptFormat.FOUNTAIN),
                        made(new Random(seed), ScriptFormat.FINAL_DRAFT)));
    }

    private static ScriptDocument made(Random random, ScriptFormat format) {
        boolean fountain = format == ScriptFormat.FOUNTAIN;
        List<ScriptBlock> blocks = new ArrayList<>();
        int length = 1 + random.nextInt(12);
        boolean spoken = false;
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(fountain ? 11 : 5)) {
                case 0 ->
                    blocks.add(ScriptBlock.of(Kind.SCENE_HEADING, pick(random, "INT. A - DAY", "THE WOOD", "12 HOUSES"))
                            .withLabel(pick(random, "", "1", "2A")));
                case 1 ->
                    blocks.add(ScriptBlock.of(
                            Kind.ACTION,
                            pick(
                                    random,
                                    "Waves.",
                                    "BOOM",
                                    "INT. NOT ONE",
                                    "#5 enters.",
                                    "> arrows",
                                    "MARA\nis no cue",
                                    "=",
                                    "~",
                                    "CUT TO:",
                                    "@home")));
                case 2 -> {
                    boolean dual = spoken && random.nextBoolean() && fountain;
                    blocks.add(ScriptBlock.of(
                                    Kind.CHARACTER, pick(random, "MARA", "McCLANE", "MOM (O.S.)", "INT. VOICE", "李明"))
                            .withDual(dual));
                    if (random.nextBoolean()) {
                        blocks.add(ScriptBlock.of(Kind.PARENTHETICAL, pick(random, "low", "to Theo")));
                    }
                    blocks.add(ScriptBlock.of(
                            Kind.DIALOGUE,
                            pick(
                                    random,
                                    "Hello.",
                                    "One.\nTwo.",
                                    "*Really*?",
                                    "#yes",
                                    "> no",
                                    fountain ? "A\n\nB" : "B")));
                }
                case 3 ->
                    blocks.add(ScriptBlock.of(Kind.TRANSITION, pick(random, "CUT TO:", "Burn to White.", "FADE OUT.")));
                case 4 -> blocks.add(ScriptBlock.of(Kind.CENTERED, pick(random, "THE END", "*fin*")));
                case 5 ->
                    blocks.add(ScriptBlock.of(Kind.SECTION, pick(random, "Act", ""))
                            .withLevel(1 + random.nextInt(4)));
                case 6 -> blocks.add(ScriptBlock.of(Kind.SYNOPSIS, pick(random, "In short.", "x")));
                case 7 -> blocks.add(ScriptBlock.of(Kind.PAGE_BREAK, ""));
                case 8 -> blocks.add(ScriptBlock.of(Kind.NOTE, pick(random, "why", "a\nb")));
                case 9 -> blocks.add(ScriptBlock.of(Kind.BONEYARD, pick(random, "old", "\na\n\nb\n")));
                default ->
                    blocks.add(new ScriptBlock(Kind.LYRICS, pick(random, "la", "la\nli"), "", 0, false, 1, 0, ""));
            }
            spoken = blocks.get(blocks.size() - 1).kind() == Kind.DIALOGUE;
        }
        blocks.add(ScriptBlock.of(Kind.ACTION, "The end."));
        List<TitlePageEntry> titlePage = random.nextBoolean()
                ? List.of()
                : List.of(
                        new TitlePageEntry("Title", List.of("A Film"), 1),
                        new TitlePageEntry("Format", List.of("9:16"), 2));
        return new ScriptDocument(format, titlePage, "", blocks);
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private void everyScript(ScriptFormat format, Check check) {
        for (int seed = 0; seed < COUNT; seed++) {
            Random random = new Random(seed * 31L + format.ordinal());
            StringBuilder text = new StringBuilder();
            int lines = 1 + random.nextInt(25);
            for (int i = 0; i < lines; i++) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
                text.append(random.nextInt(8) == 0 ? " " + PIECES[random.nextInt(PIECES.length)] : "")
                        .append('\n');
            }
            text.append("\nThe last words.\n");
            parse(text.toString(), format).ifPresent(script -> check.check(text.toString(), script));
        }
    }

    /** Empty where an open code block swallows everything. */
    private Optional<ParsedScript> parse(String text, ScriptFormat format) {
        try {
            return Optional.of(parser.parse(text, "script", format));
        } catch (ScriptException e) {
            if (e.kind() == ScriptException.Kind.NO_SCENES) {
                return Optional.empty();
            }
            throw new AssertionError("refused:\n" + text, e);
        }
    }

    /** Line ends of empty lines and at the end do not count. */
    private static String normal(String text) {
        return Arrays.stream(text.split("\n"))
                .map(line -> line.isBlank() && !line.startsWith("  ") ? "" : line.stripTrailing())
                .reduce("", (a, b) -> a + "\n" + b)
                .strip();
    }

    private static List<ScriptBlock> shape(ParsedScript script) {
        return shape(script.document());
    }

    private static List<ScriptBlock> shape(ScriptDocument document) {
        return document.blocks().stream()
                .map(block -> new ScriptBlock(
                        block.kind(), block.text(), block.label(), block.level(), block.dual(), 0, 0, ""))
                .toList();
    }

    private interface Check {
        void check(String text, ParsedScript script);
    }
}
