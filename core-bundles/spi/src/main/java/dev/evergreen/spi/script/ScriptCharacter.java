package dev.evergreen.spi.script;

import java.util.List;

/**
 * A character of the script.
 *
 * @param name canonical name, for example {@code MARA}
 * @param aliases other names that mean the same character
 * @param lineCount number of dialogue paragraphs
 * @param description what the script says about the character's looks and age, empty when nothing
 */
public record ScriptCharacter(String name, List<String> aliases, int lineCount, String description) {
    public ScriptCharacter {
        aliases = List.copyOf(aliases);
    }
}
