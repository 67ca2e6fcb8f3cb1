package dev.evergreen.scripting;

import java.util.List;

/**
 * A script without loss: every line of the file is in the title page or in a block.
 *
 * @param format what it was read from, and what {@link ScriptPrinter#print(ScriptDocument)} writes
 * @param titlePage title page or front matter in order
 * @param titlePageSource the title page exactly as written; empty when it is to be printed from its entries
 * @param blocks blocks in order
 */
public record ScriptDocument(
        ScriptFormat format, List<TitlePageEntry> titlePage, String titlePageSource, List<ScriptBlock> blocks) {
    public ScriptDocument {
        titlePage = List.copyOf(titlePage);
        blocks = List.copyOf(blocks);
    }

    /** The same document, to be printed in canonical form. */
    public ScriptDocument withoutSource() {
        return new ScriptDocument(
                format,
                titlePage,
                "",
                blocks.stream().map(ScriptBlock::withoutSource).toList());
    }

    public ScriptDocument withBlocks(List<ScriptBlock> changed) {
        return new ScriptDocument(format, titlePage, titlePageSource, changed);
    }
}
