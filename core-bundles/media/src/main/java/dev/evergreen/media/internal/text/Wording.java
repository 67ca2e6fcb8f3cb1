package dev.evergreen.media.internal.text;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.GraphicAttribute;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A line of a text with a font for each letter, ready for Java to shape. An emoji of however many characters is one character here, so places in
 * it differ from places in the text.
 */
final class Wording {
    private static final char PICTURE = '\uFFFC';

    /** What is shaped; one {@link #PICTURE} for each emoji. */
    final String shown;

    /** The emoji by their places in {@link #shown}. */
    final TreeMap<Integer, String> emoji = new TreeMap<>();

    final boolean rightToLeft;
    private final List<Typeface> typefaces = new ArrayList<>();
    private final int[] places;

    /**
     * @param text without line breaks
     * @param order which typefaces show a cluster, given the one before; never empty
     */
    Wording(String text, String language, Chooser order) {
        StringBuilder built = new StringBuilder();
        places = new int[text.length() + 1];
        Typeface last = null;
        int at = 0;
        for (String cluster : Scripts.clusters(text)) {
            int start = built.length();
            List<String> pictures = Emoji.pictures(cluster);
            if (pictures.isEmpty()) {
                for (Fonts.Piece piece : order.choose(cluster, at, last)) {
                    last = piece.typeface();
                    built.append(piece.text());
                    piece.text().chars().forEach(c -> typefaces.add(piece.typeface()));
                }
                for (int i = 0; i < cluster.length(); i++) {
                    places[at + i] = start + Math.min(i, built.length() - start);
                }
            } else {
                for (String picture : pictures) {
                    emoji.put(built.length(), picture);
                    built.append(PICTURE);
                    typefaces.add(Typeface.INTER);
                }
                Arrays.fill(places, at, at + cluster.length(), start);
            }
            at += cluster.length();
        }
        places[text.length()] = built.length();
        shown = built.toString();
        rightToLeft = Scripts.rightToLeft(text, language);
    }

    /** Says which typeface shows a cluster. */
    interface Chooser {
        List<Fonts.Piece> choose(String cluster, int at, @Nullable Typeface before);
    }

    /** Where a place of the text is in {@link #shown}. */
    int shown(int place) {
        return places[Math.max(0, Math.min(places.length - 1, place))];
    }

    /** Whether its script piles marks above and below letters. */
    boolean tall() {
        return typefaces.stream().anyMatch(typeface -> typeface.tall);
    }

    AttributedString dressed(boolean bold, float size) {
        AttributedString dressed = new AttributedString(shown);
        int start = 0;
        for (int i = 1; i <= shown.length(); i++) {
            if (i == shown.length() || typefaces.get(i) != typefaces.get(start)) {
                dressed.addAttribute(TextAttribute.FONT, typefaces.get(start).font(bold, size), start, i);
                start = i;
            }
        }
        if (!shown.isEmpty()) {
            dressed.addAttribute(
                    TextAttribute.RUN_DIRECTION,
                    rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        }
        Room room = new Room(size);
        for (Map.Entry<Integer, String> entry : emoji.entrySet()) {
            dressed.addAttribute(TextAttribute.CHAR_REPLACEMENT, room, entry.getKey(), entry.getKey() + 1);
        }
        return dressed;
    }

    /** Keeps the place free in which an emoji is painted. */
    private static final class Room extends GraphicAttribute {
        private final float size;

        Room(float size) {
            super(ROMAN_BASELINE);
            this.size = size;
        }

        @Override
        public float getAscent() {
            return (float) (size * Emoji.ASCENT);
        }

        @Override
        public float getDescent() {
            return (float) (size * Emoji.DESCENT);
        }

        @Override
        public float getAdvance() {
            return (float) (size * Emoji.ADVANCE);
        }

        @Override
        public Rectangle2D getBounds() {
            return new Rectangle2D.Float(0, -getAscent(), getAdvance(), getAscent() + getDescent());
        }

        @Override
        public Shape getOutline(AffineTransform place) {
            return new Path2D.Float();
        }

        @Override
        public void draw(Graphics2D graphics, float x, float y) {
            // The sheet paints it, together with the line around it.
        }
    }
}
