package dev.evergreen.media.internal.text;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The typefaces that the engine carries, each read when its first letter is asked for and shared by the whole process. What was read is known
 * to Java by its family, so that effects find it; see the kit's Lettering.
 */
enum Typeface {
    INTER(
            "Inter",
            "/com/formdev/flatlaf/fonts/inter/Inter-Regular.otf",
            "/com/formdev/flatlaf/fonts/inter/Inter-Bold.otf"),
    DEJAVU(
            "DejaVu Sans",
            "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf",
            "/net/sf/jasperreports/fonts/dejavu/DejaVuSans-Bold.ttf"),
    SIMPLIFIED_CHINESE("SC"),
    TRADITIONAL_CHINESE("TC"),
    JAPANESE("JP"),
    KOREAN("KR"),
    ARABIC("Arabic", UnicodeScript.ARABIC),
    HEBREW("Hebrew", UnicodeScript.HEBREW),
    DEVANAGARI("Devanagari", UnicodeScript.DEVANAGARI),
    BENGALI("Bengali", UnicodeScript.BENGALI),
    GURMUKHI("Gurmukhi", UnicodeScript.GURMUKHI),
    GUJARATI("Gujarati", UnicodeScript.GUJARATI),
    TAMIL("Tamil", UnicodeScript.TAMIL),
    TELUGU("Telugu", UnicodeScript.TELUGU),
    KANNADA("Kannada", UnicodeScript.KANNADA),
    MALAYALAM("Malayalam", UnicodeScript.MALAYALAM),
    THAI("Thai", UnicodeScript.THAI);

    private static final String NOTO = "/dev/evergreen/media/fonts/NotoSans";
    private static final Map<TextAttribute, Object> SHAPED = Map.of(
            TextAttribute.KERNING, TextAttribute.KERNING_ON, TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON);
    private static final Map<UnicodeScript, Typeface> BY_SCRIPT = new HashMap<>();

    static {
        Arrays.stream(values())
                .filter(typeface -> typeface.script != null)
                .forEach(typeface -> BY_SCRIPT.put(typeface.script, typeface));
    }

    final String family;
    /** Whether marks stand high above its letters or hang deep below them. */
    final boolean tall;

    private final List<String> resources;
    private final @Nullable UnicodeScript script;
    private final @Nullable Font[] fonts = new Font[2];

    Typeface(String family, String regular, String bold) {
        this.family = family;
        resources = List.of(regular, bold);
        script = null;
        tall = false;
    }

    Typeface(String name) {
        this(name, null);
    }

    Typeface(String name, @Nullable UnicodeScript script) {
        family = "Noto Sans " + name;
        resources = List.of(NOTO + name + "-Regular.ttf", NOTO + name + "-Bold.ttf");
        this.script = script;
        tall = script != null && script != UnicodeScript.HEBREW;
    }

    /** The one made for a script; null for those of many alphabets, and for ideographs, of which there are several. */
    static @Nullable Typeface of(UnicodeScript script) {
        return BY_SCRIPT.get(script);
    }

    boolean shows(int letter) {
        return font(false).canDisplay(letter);
    }

    Font font(boolean bold, float size) {
        return font(bold).deriveFont(size).deriveFont(SHAPED);
    }

    /** At one pixel. */
    synchronized Font font(boolean bold) {
        int weight = bold ? 1 : 0;
        Font font = fonts[weight];
        if (font == null) {
            font = read(resources.get(weight));
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
            fonts[weight] = font;
        }
        return font;
    }

    static Font read(String resource) {
        try (InputStream in = open(resource)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + resource + " cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font " + resource + " is damaged", e);
        }
    }

    static InputStream open(String resource) {
        InputStream in = Typeface.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("The font " + resource + " is missing in the engine's bundles");
        }
        return in;
    }
}
