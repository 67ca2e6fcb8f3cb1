package dev.evergreen.exporter.otio.internal;

import java.util.List;
import java.util.Map;

/** Maps, lists, strings, numbers and booleans as JSON (RFC 8259). */
final class JsonText {
    private JsonText() {}

    static String of(Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text, "\n");
        return text.append('\n').toString();
    }

    private static void write(Object value, StringBuilder text, String line) {
        if (value instanceof Map<?, ?> map) {
            String inner = line + "  ";
            String comma = "";
            text.append('{');
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(comma).append(inner);
                string(String.valueOf(entry.getKey()), text);
                text.append(": ");
                write(entry.getValue(), text, inner);
                comma = ",";
            }
            text.append(map.isEmpty() ? "}" : line + "}");
        } else if (value instanceof List<?> list) {
            String inner = line + "  ";
            String comma = "";
            text.append('[');
            for (Object item : list) {
                text.append(comma).append(inner);
                write(item, text, inner);
                comma = ",";
            }
            text.append(list.isEmpty() ? "]" : line + "]");
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            string(String.valueOf(value), text);
        }
    }

    private static void string(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
