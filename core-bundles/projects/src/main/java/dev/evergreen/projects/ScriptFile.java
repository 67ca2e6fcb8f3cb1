package dev.evergreen.projects;

import java.nio.charset.StandardCharsets;

/**
 * A script as a person gave it.
 *
 * @param fileName its ending tells the format; without a known one the content does
 * @param content the bytes as they came, in any encoding; not copied, not changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record ScriptFile(String fileName, byte[] content) {
    public static ScriptFile ofText(String fileName, String text) {
        return new ScriptFile(fileName, text.getBytes(StandardCharsets.UTF_8));
    }
}
