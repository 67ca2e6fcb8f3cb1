package dev.evergreen.media.internal.text;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Emoji in colour: a font whose glyphs are piles of plain glyphs, each in a colour of a palette (OpenType specification, tables COLR version 0 and
 * CPAL). Java paints plain glyphs only, so the piles are put together here. Read when the first emoji is asked for. Thread-safe.
 */
final class Emoji {
    /** Of the letters' em: emoji are set a little larger than letters, as all systems do. */
    static final double ADVANCE = 1.2;

    static final double ASCENT = 0.93;
    static final double DESCENT = 0.21;

    private static final String FONT = "/dev/evergreen/media/fonts/Twemoji.ttf";
    /** Code points and the glyph that stands for them, without variation selectors. */
    private static final String SEQUENCES = "/dev/evergreen/media/fonts/Twemoji.txt";

    /** Java rounds outlines to 64ths of a pixel, so they are taken at a large size. */
    private static final float PRECISE = 512;

    private static final int FOREGROUND = 0xFFFF;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final int TEXT_FORM = 0xFE0E;
    private static final int PICTURE_FORM = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final String JOINER = "\u200D";
    private static final String SKIN_TONES = "[\uD83C\uDFFB-\uD83C\uDFFF]";

    /** Below the pictographs' planes, those that are pictures without being asked for (Emoji_Presentation, Unicode 15 emoji-data.txt). */
    private static final String PICTURES = "⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕";

    /** A part of a picture, in an em of one pixel, the baseline at 0. */
    record Part(Shape shape, Color colour) {}

    private static final Map<String, List<Part>> KNOWN = new ConcurrentHashMap<>();

    private Emoji() {}

    /**
     * The pictures that a letter is set as: one, or several where a sequence is too new for the font; none where it is no emoji.
     *
     * @param cluster an extended grapheme cluster
     */
    static List<String> pictures(String cluster) {
        if (!asked(cluster)) {
            return List.of();
        }
        if (!parts(cluster).isEmpty()) {
            return List.of(cluster);
        }
        List<String> members = List.of(cluster.replaceAll(SKIN_TONES, "").split(JOINER));
        return members.stream()
                        .allMatch(member -> !member.isEmpty() && !parts(member).isEmpty())
                ? members
                : List.of();
    }

    /** A picture as what it consists of, back to front; empty where there is none. */
    static List<Part> parts(String picture) {
        return KNOWN.computeIfAbsent(picture, Carried.COLOURS::parts);
    }

    private static boolean asked(String cluster) {
        int first = cluster.codePointAt(0);
        if (first < 0x80 && cluster.indexOf(KEYCAP) < 0 || cluster.indexOf(TEXT_FORM) >= 0) {
            return false;
        }
        return first >= 0x1F000 && first < 0x1FB00
                || cluster.indexOf(PICTURE_FORM) >= 0
                || cluster.indexOf(KEYCAP) >= 0
                || PICTURES.indexOf(first) >= 0
                || cluster.codePoints().skip(1).anyMatch(letter -> letter >= 0x1F000);
    }

    private static final class Carried {
        private static final Colours COLOURS = new Colours();
    }

    /** The font and its two tables. */
    private static final class Colours {
        private final Font font;
        private final Map<String, Integer> glyphs = new HashMap<>();
        private final Map<Integer, int[]> layers = new HashMap<>();
        private final Color[] palette;
        private final double scale;
        private final double left;
        private final double rise;

        Colours() {
            font = Typeface.read(FONT).deriveFont(PRECISE);
            new String(bytes(SEQUENCES), StandardCharsets.US_ASCII).lines().forEach(line -> {
                int equals = line.indexOf('=');
                glyphs.put(line.substring(0, equals), Integer.parseInt(line.substring(equals + 1)));
            });
            ByteBuffer bytes = ByteBuffer.wrap(bytes(FONT));
            Map<String, Integer> tables = new HashMap<>();
            for (int i = 0; i < bytes.getShort(4); i++) {
                byte[] tag = new byte[4];
                bytes.get(12 + 16 * i, tag);
                tables.put(new String(tag, StandardCharsets.ISO_8859_1), bytes.getInt(12 + 16 * i + 8));
            }
            palette = palette(bytes, table(tables, "CPAL"));
            readLayers(bytes, table(tables, "COLR"));
            // All pictures fill one square; a plain yellow face tells where it lies.
            List<Part> face = raw("\uD83D\uDE00");
            Rectangle2D square = face.get(0).shape().getBounds2D();
            scale = 1.14 / Math.max(square.getWidth(), square.getHeight());
            left = (ADVANCE - 1.14) / 2 - square.getX() * scale;
            rise = DESCENT - square.getMaxY() * scale;
        }

        private static int table(Map<String, Integer> tables, String name) {
            Integer offset = tables.get(name);
            if (offset == null) {
                throw new IllegalStateException("The font " + FONT + " has no table " + name);
            }
            return offset;
        }

        private static byte[] bytes(String resource) {
            try (InputStream in = Typeface.open(resource)) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("The font " + resource + " cannot be read", e);
            }
        }

        /** The first palette. */
        private static Color[] palette(ByteBuffer bytes, int table) {
            int entries = Short.toUnsignedInt(bytes.getShort(table + 2));
            int colours = table + bytes.getInt(table + 8) + 4 * Short.toUnsignedInt(bytes.getShort(table + 12));
            Color[] palette = new Color[entries];
            for (int i = 0; i < entries; i++) {
                int at = colours + 4 * i;
                palette[i] = new Color(
                        bytes.get(at + 2) & 255, bytes.get(at + 1) & 255, bytes.get(at) & 255, bytes.get(at + 3) & 255);
            }
            return palette;
        }

        private void readLayers(ByteBuffer bytes, int table) {
            int glyphs = table + bytes.getInt(table + 4);
            int records = table + bytes.getInt(table + 8);
            for (int i = 0; i < Short.toUnsignedInt(bytes.getShort(table + 2)); i++) {
                int at = glyphs + 6 * i;
                int first = Short.toUnsignedInt(bytes.getShort(at + 2));
                int[] pile = new int[2 * Short.toUnsignedInt(bytes.getShort(at + 4))];
                for (int k = 0; k < pile.length; k++) {
                    pile[k] = Short.toUnsignedInt(bytes.getShort(records + 4 * first + 2 * k));
                }
                layers.put(Short.toUnsignedInt(bytes.getShort(at)), pile);
            }
        }

        List<Part> parts(String cluster) {
            AffineTransform place = new AffineTransform(scale, 0, 0, scale, left, rise);
            List<Part> parts = new ArrayList<>();
            for (Part part : raw(cluster)) {
                parts.add(new Part(place.createTransformedShape(part.shape()), part.colour()));
            }
            return List.copyOf(parts);
        }

        /** Empty where the font has no picture for the whole sequence. */
        private List<Part> raw(String picture) {
            String spelt = picture.codePoints()
                    .filter(letter -> letter != PICTURE_FORM)
                    .mapToObj(Integer::toHexString)
                    .collect(Collectors.joining(" "));
            int[] pile = layers.get(glyphs.getOrDefault(spelt, -1));
            return pile == null ? List.of() : pile(pile);
        }

        private List<Part> pile(int[] pile) {
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < pile.length; i += 2) {
                Shape shape = font.createGlyphVector(EXACT, new int[] {pile[i]}).getOutline();
                parts.add(new Part(shape, pile[i + 1] == FOREGROUND ? Color.BLACK : palette[pile[i + 1]]));
            }
            return parts;
        }
    }
}
