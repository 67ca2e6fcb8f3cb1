package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.ScriptBlock;
import dev.evergreen.scripting.ScriptBlock.Kind;
import dev.evergreen.scripting.ScriptDocument;
import dev.evergreen.scripting.ScriptException;
import dev.evergreen.scripting.ScriptFormat;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads Final Draft's XML ({@code FinalDraft/Content/Paragraph/Text}). The file is untrusted: document type declarations are refused, nothing outside
 * the file is ever opened.
 */
final class FinalDraftReader {
    private final XMLStreamReader xml;
    private final Diagnostics diagnostics;
    private final List<ScriptBlock> blocks = new ArrayList<>();
    private final List<String> titleLines = new ArrayList<>();
    private boolean inTitlePage;
    private int dualDepth;
    private int dualSpeeches;

    private FinalDraftReader(XMLStreamReader xml, Diagnostics diagnostics) {
        this.xml = xml;
        this.diagnostics = diagnostics;
    }

    static ScriptDocument read(String text, String fileName, Diagnostics diagnostics) throws ScriptException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("external entities are not allowed");
        });
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
            try {
                return new FinalDraftReader(xml, diagnostics).document(fileName);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            int column =
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNumber());
            throw new ScriptException(
                    ScriptException.Kind.MALFORMED,
                    "\"" + fileName + "\" is damaged at line " + line + ", column " + column
                            + ": open it in Final Draft and save it again, or export it as Fountain.",
                    line,
                    column,
                    e);
        }
    }

    private ScriptDocument document(String fileName) throws XMLStreamException, ScriptException {
        boolean rootSeen = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new ScriptException(
                        ScriptException.Kind.MALFORMED,
                        "\"" + fileName
                                + "\" declares a document type, which a script never needs: remove the <!DOCTYPE \u2026> or save it again in Final Draft.",
                        xml.getLocation().getLineNumber(),
                        Math.max(1, xml.getLocation().getColumnNumber()));
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (!rootSeen && !xml.getLocalName().equals("FinalDraft")) {
                    throw new ScriptException(
                            ScriptException.Kind.MALFORMED,
                            "\"" + fileName + "\" is XML but no Final Draft script, its root is <" + xml.getLocalName()
                                    + ">: export the script as .fdx or Fountain.",
                            xml.getLocation().getLineNumber(),
                            1);
                }
                rootSeen = true;
                start();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end();
            }
        }
        return new ScriptDocument(ScriptFormat.FINAL_DRAFT, FinalDraftTitlePage.entries(titleLines), "", blocks);
    }

    private void start() throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "TitlePage" -> inTitlePage = true;
            case "DualDialogue" -> {
                dualDepth++;
                dualSpeeches = 0;
            }
            case "Paragraph" -> {
                if (inTitlePage) {
                    titleLines.add(FountainText.plain(new Paragraph().read().strip()));
                } else {
                    paragraph();
                }
            }
            default -> {
                // Settings, revisions and the like hold no text of the script.
            }
        }
    }

    private void end() {
        switch (xml.getLocalName()) {
            case "TitlePage" -> inTitlePage = false;
            case "DualDialogue" -> dualDepth--;
            default -> {
                // Nothing was opened for the others.
            }
        }
    }

    private void paragraph() throws XMLStreamException {
        String type = attribute("Type");
        boolean centred = "Center".equalsIgnoreCase(attribute("Alignment"));
        String number = attribute("Number");
        int line = xml.getLocation().getLineNumber();
        if (attribute("Type").isEmpty() && xml.getAttributeCount() == 0) {
            type = "Action";
        }
        Paragraph content = new Paragraph();
        String text = content.read();
        Kind kind = kind(type, centred);
        if (!text.isBlank()) {
            add(kind, text, number, line);
        }
        for (String summary : content.summaries) {
            add(Kind.SYNOPSIS, summary, "", line);
        }
        for (String note : content.notes) {
            add(Kind.NOTE, note, "", line);
        }
        content.nested.forEach(blocks::add);
    }

    private void add(Kind kind, String text, String number, int line) {
        boolean spoken = kind == Kind.DIALOGUE || kind == Kind.PARENTHETICAL || kind == Kind.LYRICS;
        boolean dual = false;
        if (kind == Kind.CHARACTER && dualDepth > 0) {
            dual = ++dualSpeeches > 1;
        }
        if (kind == Kind.DIALOGUE && blocks.isEmpty()) {
            diagnostics.warn(
                    line, 1, "This dialogue has no character before it and is read as action: name its speaker.");
        }
        String clean = switch (kind) {
            case PARENTHETICAL -> text.strip().replaceAll("^\\(|\\)$", "");
            case ACTION -> text.stripTrailing();
            default -> text.strip();
        };
        String label = kind == Kind.SCENE_HEADING ? number : "";
        int level = kind == Kind.SECTION ? 1 : 0;
        Kind kept = kind == Kind.DIALOGUE && blocks.isEmpty() ? Kind.ACTION : kind;
        blocks.add(new ScriptBlock(kept, clean, label, level, dual, spoken ? 0 : 1, line, ""));
    }

    private static Kind kind(String type, boolean centred) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "scene heading" -> Kind.SCENE_HEADING;
            case "character" -> Kind.CHARACTER;
            case "parenthetical" -> Kind.PARENTHETICAL;
            case "dialogue" -> Kind.DIALOGUE;
            case "singing", "lyrics" -> Kind.LYRICS;
            case "transition" -> Kind.TRANSITION;
            case "new act", "end of act" -> Kind.CENTERED;
            case "outline 1", "outline 2", "outline 3" -> Kind.SECTION;
            case "outline body" -> Kind.SYNOPSIS;
            default -> centred ? Kind.CENTERED : Kind.ACTION;
        };
    }

    private String attribute(String name) {
        @Nullable String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** Everything within one paragraph element, up to its end. */
    private final class Paragraph {
        private final List<String> notes = new ArrayList<>();
        private final List<String> summaries = new ArrayList<>();
        private final List<ScriptBlock> nested = new ArrayList<>();

        /** Reads to the paragraph's end and returns its text with emphasis marks. */
        String read() throws XMLStreamException {
            StringBuilder out = new StringBuilder();
            while (true) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("Paragraph")) {
                    return out.toString();
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "Text" -> run(out);
                    case "ScriptNote" -> notes.add(textUntil("ScriptNote"));
                    case "Summary" -> summaries.add(textUntil("Summary"));
                    case "DualDialogue" -> dualDialogue();
                    default -> {
                        // Layout of the paragraph.
                    }
                }
            }
        }

        private void run(StringBuilder out) throws XMLStreamException {
            String style = attribute("Style").toLowerCase(Locale.ROOT);
            String text = xml.getElementText();
            int stars = (style.contains("italic") ? 1 : 0) + (style.contains("bold") ? 2 : 0);
            String marks = "*".repeat(stars);
            String line = style.contains("underline") ? "_" : "";
            String inner = text.strip();
            if (inner.isEmpty() || marks.isEmpty() && line.isEmpty()) {
                out.append(FountainText.escape(text));
                return;
            }
            int from = text.indexOf(inner);
            out.append(text, 0, from)
                    .append(line + marks)
                    .append(FountainText.escape(inner))
                    .append(marks + line)
                    .append(text.substring(from + inner.length()));
        }

        private String textUntil(String element) throws XMLStreamException {
            List<String> lines = new ArrayList<>();
            while (true) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    return String.join("\n", lines).strip();
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Text")) {
                    String text = xml.getElementText().strip();
                    if (!text.isEmpty()) {
                        lines.add(text);
                    }
                }
            }
        }

        /** Two speeches side by side lie within an otherwise empty paragraph. */
        private void dualDialogue() throws XMLStreamException {
            int begin = blocks.size();
            dualDepth++;
            dualSpeeches = 0;
            while (true) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("DualDialogue")) {
                    break;
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Paragraph")) {
                    paragraph();
                }
            }
            dualDepth--;
            List<ScriptBlock> added = blocks.subList(begin, blocks.size());
            nested.addAll(added);
            added.clear();
        }
    }
}
