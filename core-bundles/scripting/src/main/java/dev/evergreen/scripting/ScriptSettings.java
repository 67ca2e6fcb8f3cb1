package dev.evergreen.scripting;

/**
 * What the script's title page or front matter asks of the film: the keys {@code Format}, {@code Music}, {@code Style}, {@code Voice} and
 * {@code Language}. Empty strings where it asks for nothing.
 *
 * @param format picture format, one of {@code 16:9}, {@code 9:16}, {@code 1:1}, {@code 4:5}
 * @param music mood or name of the music; {@code none} for no music
 * @param style name of the picture style
 * @param voice name of the narrator's voice
 * @param language BCP 47 language tag of the text
 */
public record ScriptSettings(String format, String music, String style, String voice, String language) {
    /** Nothing asked for. */
    public static final ScriptSettings NONE = new ScriptSettings("", "", "", "", "");
}
