package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.ParsedScript;
import dev.evergreen.scripting.ScriptDocument;
import dev.evergreen.scripting.ScriptException;
import dev.evergreen.scripting.ScriptFormat;
import dev.evergreen.scripting.ScriptParser;
import dev.evergreen.spi.script.Screenplay;
import java.util.Locale;

/** Reads scripts of every format. */
public final class ScriptReading implements ScriptParser {
    private final long maximumBytes;

    /** @param maximumBytes the size above which a script is refused */
    public ScriptReading(long maximumBytes) {
        if (maximumBytes < 1) {
            throw new IllegalArgumentException(
                    "the largest script's size is " + maximumBytes + " bytes: set it to at least 1");
        }
        this.maximumBytes = maximumBytes;
    }

    @Override
    public long maximumBytes() {
        return maximumBytes;
    }

    @Override
    public ParsedScript parse(byte[] content, String fileName) throws ScriptException {
        refuseLarger(content.length, fileName);
        String text = TextDecoder.decode(content, fileName);
        return read(text, fileName, FormatDetector.detect(text, fileName));
    }

    @Override
    public ParsedScript parse(String text, String fileName) throws ScriptException {
        refuseLarger(text.length(), fileName);
        String clean = TextDecoder.clean(text, fileName);
        return read(clean, fileName, FormatDetector.detect(clean, fileName));
    }

    @Override
    public ParsedScript parse(String text, String fileName, ScriptFormat format) throws ScriptException {
        refuseLarger(text.length(), fileName);
        return read(TextDecoder.clean(text, fileName), fileName, format);
    }

    private static ParsedScript read(String text, String fileName, ScriptFormat format) throws ScriptException {
        if (text.isBlank()) {
            throw new ScriptException(
                    ScriptException.Kind.EMPTY,
                    "The script \"" + fileName + "\" is empty: write at least one sentence into it.",
                    1,
                    1);
        }
        Diagnostics diagnostics = new Diagnostics();
        ScriptDocument document = switch (format) {
            case FOUNTAIN -> FountainReader.read(text, diagnostics);
            case FINAL_DRAFT -> FinalDraftReader.read(text, fileName, diagnostics);
            case MARKDOWN -> MarkdownReader.read(text);
            case PLAIN_TEXT -> PlainTextReader.read(text);
            case SUBRIP -> SubripReader.read(text);
        };
        TitlePage titlePage = TitlePage.of(document, diagnostics);
        Screenplay screenplay = ScreenplayBuilder.build(document, titlePage);
        if (screenplay.scenes().isEmpty()) {
            throw new ScriptException(
                    ScriptException.Kind.NO_SCENES,
                    "The script \"" + fileName
                            + "\" has nothing to show or to say, only a title page, notes or headings: add a scene.",
                    1,
                    1);
        }
        return new ParsedScript(document, screenplay, titlePage.settings(), diagnostics.sorted());
    }

    private void refuseLarger(long size, String fileName) throws ScriptException {
        if (size > maximumBytes) {
            throw new ScriptException(
                    ScriptException.Kind.TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "The script \"%s\" has %.1f MB, more than the %.1f MB allowed: divide it, or raise maximumBytes in etc/dev.evergreen.scripting.cfg.",
                            fileName,
                            size / 1048576.0,
                            maximumBytes / 1048576.0),
                    1,
                    1);
        }
    }
}
