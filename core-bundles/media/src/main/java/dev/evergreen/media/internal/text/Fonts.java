package dev.evergreen.media.internal.text;

import dev.evergreen.media.MediaException;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The fonts that the engine carries; fonts of the machine are never used, so that films look alike everywhere. */
public final class Fonts {
    private static final String INTER = "/com/formdev/flatlaf/fonts/inter/";
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/";

    private final Map<String, List<Font>> families;

    public Fonts() {
        Font inter = load(INTER + "Inter-Regular.otf");
        Font interBold = load(INTER + "Inter-Bold.otf");
        Font dejavu = load(DEJAVU + "DejaVuSans.ttf");
        Font dejavuBold = load(DEJAVU + "DejaVuSans-Bold.ttf");
        // By these names effects that set words find them; see the kit's Lettering.
        List.of(inter, interBold).forEach(GraphicsEnvironment.getLocalGraphicsEnvironment()::registerFont);
        families = Map.of(
                key("Inter", false), List.of(inter, dejavu),
                key("Inter", true), List.of(interBold, dejavuBold),
                key("DejaVu Sans", false), List.of(dejavu, inter),
                key("DejaVu Sans", true), List.of(dejavuBold, interBold));
    }

    private static Font load(String resource) {
        try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The font " + resource + " is missing in the bundle");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + resource + " cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font " + resource + " is damaged", e);
        }
    }

    private static String key(String family, boolean bold) {
        return family + (bold ? "/bold" : "");
    }

    /**
     * Refuses a text of which a letter cannot be shown.
     *
     * @param what names the text in the message
     * @throws MediaException of kind INVALID_TIMELINE
     */
    public void check(String what, String text, String family) throws MediaException {
        List<Font> fonts = families.get(key(family, false));
        if (fonts == null) {
            throw new MediaException(
                    MediaException.Kind.INVALID_TIMELINE,
                    what + " wants the font " + family + ", but there are Inter and DejaVu Sans only");
        }
        Optional<Integer> missing = text.codePoints()
                .boxed()
                .filter(c -> visible(c) && fonts.stream().noneMatch(font -> font.canDisplay(c)))
                .findFirst();
        if (missing.isPresent()) {
            throw new MediaException(
                    MediaException.Kind.INVALID_TIMELINE,
                    String.format(
                            "%s has the character %s (U+%04X), which no font of the engine has; replace it",
                            what, Character.toString(missing.get()), missing.get()));
        }
    }

    /** The text with a font for each letter: the family's, or the other where that lacks it. */
    AttributedString dress(String text, String family, boolean bold, float size) {
        List<Font> wanted = families.get(key(family, bold));
        List<Font> fonts = wanted == null ? Objects.requireNonNull(families.get(key("Inter", bold))) : wanted;
        AttributedString dressed = new AttributedString(text);
        int start = 0;
        int current = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int font = choose(fonts, c, current);
            if (font != current) {
                apply(dressed, fonts, current, size, start, i);
                start = i;
                current = font;
            }
            i += Character.charCount(c);
        }
        apply(dressed, fonts, current, size, start, text.length());
        return dressed;
    }

    private static int choose(List<Font> fonts, int c, int current) {
        if (!visible(c) && current >= 0) {
            return current;
        }
        for (int i = 0; i < fonts.size(); i++) {
            if (fonts.get(i).canDisplay(c)) {
                return i;
            }
        }
        return 0;
    }

    private static void apply(AttributedString text, List<Font> fonts, int font, float size, int start, int end) {
        if (font >= 0 && end > start) {
            Map<TextAttribute, Object> kerned = Map.of(
                    TextAttribute.KERNING,
                    TextAttribute.KERNING_ON,
                    TextAttribute.LIGATURES,
                    TextAttribute.LIGATURES_ON);
            text.addAttribute(
                    TextAttribute.FONT, fonts.get(font).deriveFont(size).deriveFont(kerned), start, end);
        }
    }

    private static boolean visible(int c) {
        int type = Character.getType(c);
        return !Character.isWhitespace(c)
                && type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SPACE_SEPARATOR
                && !(c >= 0xFE00 && c <= 0xFE0F);
    }
}
