package dev.evergreen.spi.timeline;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How captions look. {@link #PRESETS} are those that people choose by name; their sizes are meant for wide films.
 *
 * @param id what captions name it by
 * @param fontFamily {@code Inter} or {@code DejaVu Sans}; letters that it lacks come from the engine's other fonts
 * @param bold whether the weight is bold
 * @param size height of the letters' em as a share of the canvas's smaller side, 0.01 to 0.3
 * @param text colour of the words
 * @param highlight colour of the word being spoken where word timings are known; equal to {@code text} for none
 * @param box colour of the box behind the words; clear for none
 * @param outline colour of the line around the letters; clear for none
 * @param position where on the canvas
 * @param maxLines 1 to 6; a longer text is set smaller
 * @param spoken colour of words that were spoken before, where word timings are known; equal to {@code text} for none
 * @param shadow colour of the shadow that letters throw; clear for none
 * @param motion what happens while words are spoken
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
        int maxLines,
        Colour spoken,
        Colour shadow,
        CaptionMotion motion) {
    private static final Colour YELLOW = new Colour(255, 214, 64, 255);

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

    /** White with a dark line around the letters and a shadow, for pictures that must not be covered. */
    public static final CaptionStyle OUTLINE = new CaptionStyle(
            "outline",
            "Inter",
            true,
            0.046,
            Colour.WHITE,
            Colour.WHITE,
            Colour.CLEAR,
            new Colour(0, 0, 0, 235),
            CaptionPosition.BOTTOM,
            2,
            Colour.WHITE,
            new Colour(0, 0, 0, 120),
            CaptionMotion.NONE);

    /** White with a dark outline, the spoken word in yellow; what was spoken keeps a tint of it. */
    public static final CaptionStyle KARAOKE = new CaptionStyle(
            "karaoke",
            "Inter",
            true,
            0.0415,
            Colour.WHITE,
            YELLOW,
            Colour.CLEAR,
            new Colour(0, 0, 0, 220),
            CaptionPosition.BOTTOM,
            2,
            new Colour(255, 240, 184, 255),
            Colour.CLEAR,
            CaptionMotion.NONE);

    /** A few large words at a time; the spoken one jumps forward in yellow. */
    public static final CaptionStyle POP = new CaptionStyle(
            "pop",
            "Inter",
            true,
            0.07,
            Colour.WHITE,
            YELLOW,
            Colour.CLEAR,
            new Colour(0, 0, 0, 240),
            CaptionPosition.BOTTOM,
            1,
            Colour.WHITE,
            new Colour(0, 0, 0, 130),
            CaptionMotion.POP);

    /** The styles that people choose by their ids. */
    public static final List<CaptionStyle> PRESETS = List.of(BOXED, OUTLINE, KARAOKE, POP);

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
        // Null in what was written before there were these.
        spoken = spoken == null ? text : spoken;
        shadow = shadow == null ? Colour.CLEAR : shadow;
        motion = motion == null ? CaptionMotion.NONE : motion;
    }

    /** A style that stands still, throws no shadow, and shows spoken words like those to come. */
    public CaptionStyle(
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
        this(
                id,
                fontFamily,
                bold,
                size,
                text,
                highlight,
                box,
                outline,
                position,
                maxLines,
                text,
                Colour.CLEAR,
                CaptionMotion.NONE);
    }

    /**
     * The preset of a name.
     *
     * @throws IllegalArgumentException if there is none, naming those that there are
     */
    public static CaptionStyle preset(String name) {
        return PRESETS.stream()
                .filter(style -> style.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The caption style " + name
                        + " is not known; choose "
                        + PRESETS.stream().map(CaptionStyle::id).collect(Collectors.joining(", "))));
    }

    /** The same style with letters of another size and another number of lines. */
    public CaptionStyle sized(double newSize, int newMaxLines) {
        return new CaptionStyle(
                id,
                fontFamily,
                bold,
                newSize,
                text,
                highlight,
                box,
                outline,
                position,
                newMaxLines,
                spoken,
                shadow,
                motion);
    }

    /** Whether the look changes while words are spoken. */
    public boolean followsWords() {
        return motion != CaptionMotion.NONE || !highlight.equals(text) || !spoken.equals(text);
    }
}
