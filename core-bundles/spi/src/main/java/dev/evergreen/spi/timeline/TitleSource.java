package dev.evergreen.spi.timeline;

import java.util.Objects;

/**
 * Words set by the engine: a title card, a lower third, a place.
 *
 * @param layout where they stand
 * @param heading the large line; wraps where it is too long
 * @param subheading the smaller line below; may be empty
 * @param text the colour of the words
 * @param accent the colour of the ornament that the layout has (a rule or a bar); clear for none
 * @param backdrop the colour behind: all of the canvas for a card, a box for the others; clear for none
 * @param entrance how they come
 * @param exit how they go
 * @param motionFrames how many frames coming takes, and going; 0 for at once
 */
public record TitleSource(
        TitleLayout layout,
        String heading,
        String subheading,
        Colour text,
        Colour accent,
        Colour backdrop,
        TitleMotion entrance,
        TitleMotion exit,
        int motionFrames)
        implements VisualSource {
    public TitleSource {
        Objects.requireNonNull(layout, "A title has no layout");
        Check.require(heading != null && !heading.isBlank(), "A title has no heading");
        Objects.requireNonNull(subheading, "A title's subheading may be empty, but must be given");
        Objects.requireNonNull(text, "A title has no text colour");
        Objects.requireNonNull(accent, "A title has no accent; give a clear colour for none");
        Objects.requireNonNull(backdrop, "A title has no backdrop; give a clear colour for none");
        Objects.requireNonNull(entrance, "A title has no entrance");
        Objects.requireNonNull(exit, "A title has no exit");
        Check.atLeast("The title's motion in frames", motionFrames, 0);
    }
}
