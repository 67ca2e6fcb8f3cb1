package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.ScriptException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns a file's bytes into text with newline line ends, whatever program wrote them. */
final class TextDecoder {
    private static final List<Mark> MARKS = List.of(
            new Mark("UTF-32LE", 0xFF, 0xFE, 0x00, 0x00),
            new Mark("UTF-32BE", 0x00, 0x00, 0xFE, 0xFF),
            new Mark("UTF-8", 0xEF, 0xBB, 0xBF),
            new Mark("UTF-16LE", 0xFF, 0xFE),
            new Mark("UTF-16BE", 0xFE, 0xFF));
    private static final List<Signature> SIGNATURES = List.of(
            new Signature("%PDF", "a PDF document", "export it as Fountain, Final Draft or plain text"),
            new Signature(
                    "PK\u0003\u0004",
                    "a Word, Pages or other zipped document",
                    "save it as plain text, Markdown, Fountain or Final Draft (.fdx)"),
            new Signature("{\\rtf", "a rich-text document", "save it as plain text"),
            new Signature("\u00D0\u00CF\u0011\u00E0", "an old Word document", "save it as plain text"),
            new Signature("\u0089PNG", "a picture", "choose the script instead"),
            new Signature("\u00FF\u00D8\u00FF", "a picture", "choose the script instead"),
            new Signature("GIF8", "a picture", "choose the script instead"),
            new Signature("\u001F\u008B", "a compressed file", "unpack it first"));
    private static final int SAMPLE = 4096;
    private static final int CONTROLS_PER_THOUSAND = 5;

    private TextDecoder() {}

    static String decode(byte[] content, String fileName) throws ScriptException {
        for (Mark mark : MARKS) {
            if (mark.begins(content)) {
                return clean(strict(content, mark.bytes.length, Charset.forName(mark.charset), fileName), fileName);
            }
        }
        refuseKnownBinaries(content, fileName);
        String wide = wideCharset(content);
        if (!wide.isEmpty()) {
            return clean(strict(content, 0, Charset.forName(wide), fileName), fileName);
        }
        try {
            return clean(
                    decoder(StandardCharsets.UTF_8)
                            .decode(ByteBuffer.wrap(content))
                            .toString(),
                    fileName);
        } catch (CharacterCodingException e) {
            return clean(new String(content, Charset.forName("windows-1252")), fileName);
        }
    }

    /** Newline line ends, no byte-order mark; refuses what is not text. */
    static String clean(String text, String fileName) throws ScriptException {
        int controls = 0;
        boolean foreignLineEnds = false;
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                lineStart = i + 1;
            } else if (c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                foreignLineEnds = true;
            } else if (c == 0 || c == '\uFFFF') {
                throw binary(fileName, line, i - lineStart + 1);
            } else if (c < ' ' && c != '\t' && c != '\f' && c != '\u000B') {
                controls++;
            }
        }
        if (controls > 10 && controls * 1000L > (long) text.length() * CONTROLS_PER_THOUSAND) {
            throw binary(fileName, 1, 1);
        }
        String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return foreignLineEnds ? marked.replaceAll("\r\n?|[\u0085\u2028\u2029]", "\n") : marked;
    }

    private static ScriptException binary(String fileName, int line, int column) {
        return new ScriptException(
                ScriptException.Kind.BINARY,
                "\"" + fileName
                        + "\" is not a text file: save the script as Fountain, Final Draft, Markdown, plain text or SRT.",
                line,
                column);
    }

    private static void refuseKnownBinaries(byte[] content, String fileName) throws ScriptException {
        for (Signature signature : SIGNATURES) {
            if (signature.begins(content)) {
                throw new ScriptException(
                        ScriptException.Kind.BINARY,
                        "\"" + fileName + "\" is " + signature.what + ", not a text file: " + signature.remedy + ".",
                        1,
                        1);
            }
        }
    }

    private static String strict(byte[] content, int from, Charset charset, String fileName) throws ScriptException {
        ByteBuffer bytes = ByteBuffer.wrap(content, from, content.length - from);
        try {
            return decoder(charset).decode(bytes).toString();
        } catch (CharacterCodingException e) {
            String readable = new String(content, from, bytes.position() - from, charset);
            int line = 1 + (int) readable.chars().filter(c -> c == '\n').count();
            throw new ScriptException(
                    ScriptException.Kind.ENCODING,
                    "\"" + fileName + "\" begins like " + charset.name() + " but breaks off being it in line " + line
                            + ": save the file again as UTF-8.",
                    line,
                    readable.length() - readable.lastIndexOf('\n'),
                    e);
        }
    }

    private static java.nio.charset.CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** UTF-16 without a mark has a zero in every second byte of Latin text. */
    private static String wideCharset(byte[] content) {
        int pairs = Math.min(content.length, SAMPLE) / 2;
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < pairs; i++) {
            evenZeros += content[2 * i] == 0 && content[2 * i + 1] != 0 ? 1 : 0;
            oddZeros += content[2 * i] != 0 && content[2 * i + 1] == 0 ? 1 : 0;
        }
        if (pairs < 2 || content.length % 2 != 0) {
            return "";
        }
        if (oddZeros * 10 > pairs * 7 && evenZeros == 0) {
            return "UTF-16LE";
        }
        return evenZeros * 10 > pairs * 7 && oddZeros == 0 ? "UTF-16BE" : "";
    }

    private static final class Mark {
        private final String charset;
        private final int[] bytes;

        Mark(String charset, int... bytes) {
            this.charset = charset;
            this.bytes = bytes;
        }

        boolean begins(byte[] content) {
            if (content.length < bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if ((content[i] & 0xFF) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Signature(String magic, String what, String remedy) {
        boolean begins(byte[] content) {
            int length = magic.length();
            return content.length >= length
                    && new String(content, 0, length, StandardCharsets.ISO_8859_1).equals(magic);
        }
    }
}
