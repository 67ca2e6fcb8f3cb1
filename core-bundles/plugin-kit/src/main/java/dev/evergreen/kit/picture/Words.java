package dev.evergreen.kit.picture;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.lang.Character.UnicodeScript;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A line of words in whatever scripts it has, shaped and in its own direction. Letters that the first typeface lacks come from the others. */
public final class Words {
    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);
    /** As Java's own font metrics round. */
    private static final float UP = 0.95f;

    private static final Set<UnicodeScript> EAST_ASIAN = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    /** Empty for no words. */
    private final List<TextLayout> layout;

    private final double size;
    private final TextLayout measure;

    private Words(String line, boolean bold, double size) {
        this.size = size;
        layout = line.isEmpty()
                ? List.of()
                : List.of(new TextLayout(dressed(line, bold, size).getIterator(), SMOOTH));
        measure = layout.isEmpty() ? new TextLayout("x", Lettering.font(bold, size), SMOOTH) : layout.get(0);
    }

    /**
     * @param size height of the letters' em in pixels
     */
    public static Words of(String line, boolean bold, double size) {
        return new Words(line, bold, size);
    }

    /** At most so large that the line is no wider than a length in pixels. */
    public static Words fitting(String line, boolean bold, double size, double width) {
        Words words = new Words(line, bold, size);
        double wide = words.layout.isEmpty() ? 0 : words.measure.getAdvance();
        return wide <= width ? words : new Words(line, bold, size * width / wide);
    }

    public double size() {
        return size;
    }

    /** In pixels. */
    public int width() {
        return layout.isEmpty() ? 0 : Math.round(measure.getAdvance());
    }

    /** From the top to the baseline, in pixels. */
    public int ascent() {
        return (int) (UP + measure.getAscent());
    }

    /** Of the line with what stands below its baseline, in pixels. */
    public int height() {
        int below = (int) (UP + measure.getDescent());
        return ascent() + below + (int) (UP + measure.getDescent() + measure.getLeading()) - below;
    }

    /** Paints in the brush's colour. */
    public void draw(Graphics2D brush, double x, double baseline) {
        layout.forEach(line -> line.draw(brush, (float) x, (float) baseline));
    }

    /** The letters of a text that none of the typefaces has. */
    static List<String> missing(String text) {
        List<String> missing = new ArrayList<>();
        text.codePoints()
                .filter(letter -> visible(letter)
                        && families(letter, text).stream()
                                .noneMatch(family -> font(family, false, 12).canDisplay(letter)))
                .distinct()
                .forEach(letter ->
                        missing.add(Character.toString(letter) + String.format(Locale.ROOT, " (U+%04X)", letter)));
        return missing;
    }

    private static AttributedString dressed(String line, boolean bold, double size) {
        AttributedString dressed = new AttributedString(line);
        int start = 0;
        String current = "";
        for (int i = 0; i < line.length(); ) {
            int letter = line.codePointAt(i);
            String family = choose(letter, line, current);
            if (!family.equals(current)) {
                apply(dressed, current, bold, size, start, i);
                start = i;
                current = family;
            }
            i += Character.charCount(letter);
        }
        apply(dressed, current, bold, size, start, line.length());
        return dressed;
    }

    private static void apply(AttributedString text, String family, boolean bold, double size, int start, int end) {
        if (end > start) {
            text.addAttribute(TextAttribute.FONT, font(family, bold, size), start, end);
        }
    }

    /** Marks and what does not show stay with the letter before them, so that they are shaped together. */
    private static String choose(int letter, String line, String current) {
        boolean belongs = !visible(letter) || Character.getType(letter) == Character.NON_SPACING_MARK;
        if (!current.isEmpty() && belongs && font(current, false, 12).canDisplay(letter)) {
            return current;
        }
        return families(letter, line).stream()
                .filter(family -> font(family, false, 12).canDisplay(letter))
                .findFirst()
                .orElse(current.isEmpty() ? Lettering.FAMILY : current);
    }

    /** In the order in which the engine itself looks for a letter, so that what it has read for this line is what is found. */
    private static List<String> families(int letter, String line) {
        if (letter < 0x80) {
            return List.of(Lettering.FAMILY);
        }
        UnicodeScript script = UnicodeScript.of(letter);
        boolean shared = script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED;
        List<String> families = new ArrayList<>();
        if (EAST_ASIAN.contains(script) || letter >= 0x3000 && letter < 0x3400 || letter >= 0xFF00 && letter < 0xFFF0) {
            families.add("Noto Sans " + ideographs(line));
            families.addAll(List.of("Noto Sans JP", "Noto Sans SC", "Noto Sans TC", "Noto Sans KR"));
        } else if (!shared && script != UnicodeScript.LATIN) {
            String name = script.name().charAt(0) + script.name().substring(1).toLowerCase(Locale.ROOT);
            families.add("Noto Sans " + name);
        }
        families.addAll(List.of(Lettering.FAMILY, "DejaVu Sans"));
        if (shared) {
            line.codePoints()
                    .mapToObj(UnicodeScript::of)
                    .filter(other -> other != UnicodeScript.COMMON && other != UnicodeScript.INHERITED)
                    .distinct()
                    .map(other -> "Noto Sans " + other.name().charAt(0)
                            + other.name().substring(1).toLowerCase(Locale.ROOT))
                    .forEach(families::add);
            families.addAll(List.of("Noto Sans JP", "Noto Sans SC", "Noto Sans TC", "Noto Sans KR"));
        }
        return families.stream().filter(Words::there).toList();
    }

    private static String ideographs(String line) {
        Set<UnicodeScript> scripts =
                Set.copyOf(line.codePoints().mapToObj(UnicodeScript::of).toList());
        boolean kana = scripts.contains(UnicodeScript.HIRAGANA) || scripts.contains(UnicodeScript.KATAKANA);
        return kana ? "JP" : scripts.contains(UnicodeScript.HANGUL) ? "KR" : "SC";
    }

    /** Java answers with another typeface where it does not know one. */
    private static boolean there(String family) {
        return family.equals(Lettering.FAMILY)
                || new Font(family, Font.PLAIN, 1).getFamily(Locale.ROOT).equals(family);
    }

    private static Font font(String family, boolean bold, double size) {
        return new Font(family, bold ? Font.BOLD : Font.PLAIN, 1)
                .deriveFont((float) Math.max(1, size))
                .deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
    }

    private static boolean visible(int letter) {
        int type = Character.getType(letter);
        return !Character.isWhitespace(letter)
                && type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SPACE_SEPARATOR
                && !(letter >= 0xFE00 && letter <= 0xFE0F);
    }
}
