package dev.evergreen.spi.timeline;

import java.util.Objects;

/**
 * How captions look.
 *
 * @param id what captions name it by
 * @param fontFamily {@code Inter} or {@code DejaVu Sans}; the other one supplies glyphs that the first lacks
 * @param bold whether the weight is bold
 * @param size height of the letters' em as a share of the canvas's smaller side, 0.01 to 0.3
 * @param text colour of the words
 * @param highlight colour of the word being spoken where word timings are known; equal to {@code text} for none
 * @param box colour of the box behind the words; clear for none
 * @param outline colour of the line around the letters; clear for none
 * @param position where on the canvas
 * @param maxLines 1 to 6; a longer text is set smaller
 */
public record CaptionStyle(
        String id,
        String fontFamily,
        boolean bold,
        double size,
        Colour text,
        Colour highlight,
        Colour box,
        Colour outline,
        CaptionPosition position,
        int maxLines) {
    /** White on a translucent dark box at the bottom. */
    public static final CaptionStyle BOXED = new CaptionStyle(
            "boxed",
            "Inter",
            true,
            0.041,
            Colour.WHITE,
            Colour.WHITE,
            new Colour(0, 0, 0, 150),
            Colour.CLEAR,
            CaptionPosition.BOTTOM,
            2);

    /** White with a dark outline, the spoken word in yellow. */
    public static final CaptionStyle KARAOKE = new CaptionStyle(
            "karaoke",
            "Inter",
            true,
            0.058,
            Colour.WHITE,
            new Colour(255, 214, 64, 255),
            Colour.CLEAR,
            new Colour(0, 0, 0, 220),
            CaptionPosition.BOTTOM,
            3);

    public CaptionStyle {
        Check.id("A caption style", id);
        Check.require(fontFamily != null && !fontFamily.isBlank(), "The caption style " + id + " names no font");
        Check.within("The letters' size of caption style " + id, size, 0.01, 0.3);
        Objects.requireNonNull(text, "The caption style " + id + " has no text colour");
        Objects.requireNonNull(highlight, "The caption style " + id + " has no highlight colour");
        Objects.requireNonNull(box, "The caption style " + id + " has no box colour; give a clear one for none");
        Objects.requireNonNull(outline, "The caption style " + id + " has no outline; give a clear colour for none");
        Objects.requireNonNull(position, "The caption style " + id + " has no position");
        Check.within("The number of lines of caption style " + id, maxLines, 1, 6);
    }
}
