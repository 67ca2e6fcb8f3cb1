package dev.evergreen.spi.script;

import java.util.Optional;

/**
 * One paragraph of a scene.
 *
 * @param kind what the paragraph is
 * @param text its text without markup
 * @param speaker the speaking character's canonical name for {@code DIALOGUE}, {@code LYRICS} and {@code PARENTHETICAL}
 * @param line one-based line of the source where the paragraph begins
 * @param extension what stands in parentheses behind the speaker's name, for example {@code V.O.} or {@code O.S.}; empty when nothing does
 */
public record ScriptElement(Kind kind, String text, Optional<String> speaker, int line, String extension) {
    public ScriptElement(Kind kind, String text, Optional<String> speaker, int line) {
        this(kind, text, speaker, line, "");
    }

    /**
     * Kinds follow the Fountain syntax (fountain.io/syntax); {@code DIALOGUE} without a speaker is narration; {@code CUE} is a picture, clip or sound that the writer asks for by name. */
    public enum Kind {
        ACTION,
        DIALOGUE,
        PARENTHETICAL,
        LYRICS,
        CENTERED,
        TRANSITION,
        CUE
    }
}
