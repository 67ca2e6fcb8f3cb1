package dev.evergreen.spi.script;

import java.util.List;

/**
 * A parsed script, whatever its file format was.
 *
 * @param title the title, empty when the script has none
 * @param author the author as credited, empty when not credited
 * @param language BCP 47 language tag of the text, for example {@code en}
 * @param scenes scenes in order
 * @param characters characters by first appearance
 */
public record Screenplay(
        String title, String author, String language, List<ScriptScene> scenes, List<ScriptCharacter> characters) {
    public Screenplay {
        scenes = List.copyOf(scenes);
        characters = List.copyOf(characters);
    }
}
