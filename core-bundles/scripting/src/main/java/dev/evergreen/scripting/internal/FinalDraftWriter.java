package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.ScriptBlock;
import dev.evergreen.scripting.ScriptBlock.Kind;
import dev.evergreen.scripting.ScriptDocument;
import java.util.List;
import java.util.stream.Collectors;

/** Writes Final Draft's XML, version 5 of its document type. */
final class FinalDraftWriter {
    private FinalDraftWriter() {}

    static String write(ScriptDocument document) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\" ?>\n")
                .append("<FinalDraft DocumentType=\"Script\" Template=\"No\" Version=\"5\">\n<Content>\n");
        List<ScriptBlock> blocks = document.blocks();
        int at = 0;
        while (at < blocks.size()) {
            int speechEnd = speechEnd(blocks, at);
            boolean dual = speechEnd < blocks.size()
                    && speechEnd > at
                    && blocks.get(speechEnd).dual();
            if (dual) {
                int end = speechEnd(blocks, speechEnd);
                out.append("<Paragraph>\n<DualDialogue>\n");
                blocks.subList(at, end).forEach(block -> paragraph(block, out));
                out.append("</DualDialogue>\n</Paragraph>\n");
                at = end;
            } else {
                paragraph(blocks.get(at++), out);
            }
        }
        out.append("</Content>\n");
        if (!document.titlePage().isEmpty()) {
            out.append("<TitlePage>\n<Content>\n");
            FinalDraftTitlePage.lines(document.titlePage())
                    .forEach(line -> out.append("<Paragraph Alignment=\"Center\"><Text>")
                            .append(escape(line))
                            .append("</Text></Paragraph>\n"));
            out.append("</Content>\n</TitlePage>\n");
        }
        return out.append("</FinalDraft>\n").toString();
    }

    private static int speechEnd(List<ScriptBlock> blocks, int at) {
        if (blocks.get(at).kind() != Kind.CHARACTER) {
            return at;
        }
        int end = at + 1;
        while (end < blocks.size()
                && (blocks.get(end).kind() == Kind.DIALOGUE
                        || blocks.get(end).kind() == Kind.PARENTHETICAL
                        || blocks.get(end).kind() == Kind.LYRICS)) {
            end++;
        }
        return end;
    }

    private static void paragraph(ScriptBlock block, StringBuilder out) {
        String type = switch (block.kind()) {
            case SCENE_HEADING -> "Scene Heading";
            case CHARACTER -> "Character";
            case PARENTHETICAL -> "Parenthetical";
            case DIALOGUE -> "Dialogue";
            case LYRICS -> "Singing";
            case TRANSITION -> "Transition";
            case SECTION -> "Outline 1";
            case SYNOPSIS -> "Outline Body";
            case ACTION, CENTERED, PAGE_BREAK, NOTE, BONEYARD, SUBTITLE, VERBATIM -> "Action";
        };
        out.append("<Paragraph Type=\"").append(type).append('"');
        if (!block.label().isEmpty() && block.kind() == Kind.SCENE_HEADING) {
            out.append(" Number=\"").append(escape(block.label())).append('"');
        }
        if (block.kind() == Kind.CENTERED) {
            out.append(" Alignment=\"Center\"");
        }
        out.append('>');
        if (block.kind() == Kind.NOTE || block.kind() == Kind.BONEYARD || block.kind() == Kind.VERBATIM) {
            out.append("<ScriptNote><Paragraph><Text>")
                    .append(escape(block.text()))
                    .append("</Text></Paragraph></ScriptNote>");
        } else {
            String text = block.kind() == Kind.PARENTHETICAL ? "(" + block.text() + ")" : block.text();
            out.append(runs(text));
        }
        out.append("</Paragraph>\n");
    }

    private static String runs(String text) {
        return FountainText.runs(text).stream()
                .map(run -> "<Text" + style(run) + ">" + escape(run.text()) + "</Text>")
                .collect(Collectors.joining());
    }

    private static String style(FountainText.Run run) {
        String style =
                (run.bold() ? "+Bold" : "") + (run.italic() ? "+Italic" : "") + (run.underline() ? "+Underline" : "");
        return style.isEmpty() ? "" : " Style=\"" + style.substring(1) + "\"";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
