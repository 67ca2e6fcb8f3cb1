package dev.evergreen.media.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses typefaces among those that the engine carries; fonts of the machine are never used, so that films look alike everywhere. Thread-safe.
 */
public final class Fonts {
    private static final List<Typeface> EAST_ASIAN =
            List.of(Typeface.JAPANESE, Typeface.SIMPLIFIED_CHINESE, Typeface.TRADITIONAL_CHINESE, Typeface.KOREAN);
    private static final Set<Typeface> FAMILIES = Set.of(Typeface.INTER, Typeface.DEJAVU);

    /** How far the letters beside a sign tell how it is set. */
    private static final int NEAR = 32;

    /** Other typefaces wait until their letters are asked for; see {@link Typeface}. */
    public Fonts() {
        Typeface.INTER.font(false);
        Typeface.INTER.font(true);
    }

    /** What tells the carried fonts from those of other builds. */
    public String identity() {
        try (InputStream in = Typeface.open("/dev/evergreen/media/fonts/fonts.sha256")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("The fonts' digest cannot be read", e);
        }
    }

    /** Characters in a typeface. */
    record Piece(String text, Typeface typeface) {}

    /** Whether a text may ask for a family by name. */
    public boolean has(String family) {
        return family(family).isPresent();
    }

    private static Optional<Typeface> family(String name) {
        return FAMILIES.stream()
                .filter(typeface -> typeface.family.equals(name))
                .findFirst();
    }

    /**
     * The letters of a text that no font has, each once, as a person would look for them: the letter and its code point.
     *
     * @param pictures whether emoji can be set
     */
    public List<String> missing(String text, boolean pictures) {
        Set<String> missing = new LinkedHashSet<>();
        for (String cluster : Scripts.clusters(text)) {
            if (pictures && !Emoji.pictures(cluster).isEmpty()) {
                continue;
            }
            cluster.codePoints()
                    .filter(letter -> Scripts.visible(letter)
                            && find(letter, Typeface.INTER, null, text).isEmpty())
                    .forEach(letter -> missing.add(name(letter)));
        }
        return List.copyOf(missing);
    }

    private static String name(int letter) {
        boolean printable = Character.getType(letter) != Character.SURROGATE && Character.isDefined(letter);
        return (printable ? Character.toString(letter) + " " : "") + String.format(Locale.ROOT, "(U+%04X)", letter);
    }

    /** Makes the typefaces that show a text known to Java by their families, for effects that set words with Java alone. */
    public void offer(String text) {
        for (String cluster : Scripts.clusters(text)) {
            for (Piece piece : pieces(cluster, Typeface.INTER, Scripts.ideographs(text, ""), null, text)) {
                piece.typeface().font(true);
                piece.typeface().font(false);
            }
        }
    }

    /** A line of text in typefaces. */
    Wording word(String text, String family, String language) {
        Typeface wanted = family(family).orElse(Typeface.INTER);
        Typeface ideographs = Scripts.ideographs(text, language);
        return new Wording(
                plain(text),
                language,
                (cluster, at, before) -> pieces(
                        cluster, wanted, ideographs, before, text.substring(at, Math.min(text.length(), at + NEAR))));
    }

    /** Controls would leave boxes. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            int type = Character.getType(plain.charAt(i));
            if (type == Character.CONTROL
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE && lone(plain, i)) {
                plain.setCharAt(i, ' ');
            }
        }
        return plain.toString();
    }

    private static boolean lone(CharSequence text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }

    /** A cluster in one typeface where one has all of it, so that its marks find their places. */
    private static List<Piece> pieces(
            String cluster, Typeface wanted, Typeface ideographs, @Nullable Typeface before, String rest) {
        for (Typeface typeface : order(cluster.codePointAt(0), wanted, ideographs, before, rest)) {
            if (cluster.codePoints().allMatch(letter -> !Scripts.visible(letter) || typeface.shows(letter))) {
                return List.of(new Piece(cluster, typeface));
            }
        }
        List<Piece> pieces = new ArrayList<>();
        cluster.codePoints()
                .forEach(letter -> pieces.add(new Piece(
                        Character.toString(letter),
                        find(letter, wanted, before, rest).orElse(wanted))));
        return pieces;
    }

    private static Optional<Typeface> find(int letter, Typeface wanted, @Nullable Typeface before, String rest) {
        return order(letter, wanted, Typeface.SIMPLIFIED_CHINESE, before, rest).stream()
                .filter(typeface -> typeface.shows(letter))
                .findFirst();
    }

    /** The typefaces to try, best first. Where one of the first has the letter, the others are never read. */
    private static List<Typeface> order(
            int letter, Typeface wanted, Typeface ideographs, @Nullable Typeface before, String rest) {
        if (letter < 0x80) {
            return List.of(wanted);
        }
        Set<Typeface> order = new LinkedHashSet<>();
        UnicodeScript script = UnicodeScript.of(letter);
        Typeface own = Typeface.of(script);
        boolean eastAsian = Scripts.eastAsian(letter);
        if (own != null) {
            order.add(own);
        } else if (eastAsian) {
            order.add(ideographs);
            order.addAll(EAST_ASIAN);
        } else if (script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED) {
            // Signs that many scripts share look as their neighbours do.
            if (before != null && before != Typeface.DEJAVU) {
                order.add(before);
            }
            neighbour(rest).ifPresent(order::add);
        }
        order.add(wanted);
        order.addAll(List.of(Typeface.INTER, Typeface.DEJAVU));
        if (script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED) {
            order.addAll(EAST_ASIAN);
        }
        return List.copyOf(order);
    }

    /** The typeface of the first letter to come whose script has one of its own. */
    private static Optional<Typeface> neighbour(String rest) {
        return rest.codePoints()
                .limit(NEAR)
                .mapToObj(letter -> Optional.ofNullable(Typeface.of(UnicodeScript.of(letter))))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
