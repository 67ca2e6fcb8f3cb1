package dev.evergreen.media.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Captions in the world's scripts, painted by the real painter with the real fonts. */
class ScriptsTest {
    private static final Fonts FONTS = new Fonts();
    private static final Canvas WIDE = canvas(640, 360);
    private static final String NEVER_FIRST = "、。，！？」』）ー々ゃゅょっァィゥェォャュョッ：；”";

    private static Canvas canvas(int width, int height) {
        return new Canvas(width, height, FrameRate.FPS_30, Colour.BLACK);
    }

    private static SetCaption set(Canvas canvas, Languages language, CaptionStyle style) {
        return new CaptionPainter(FONTS, canvas)
                .set(new CaptionPainter.Caption(language.text, language.tag, style, language.words()));
    }

    private static TextBlock block(String text, String language, float width) {
        return TextBlock.of(
                FONTS,
                new TextBlock.Text(text, "Inter", true, language, 40),
                new TextBlock.Room(width, 9, Float.MAX_VALUE));
    }

    private static List<String> lines(String text, String language, float width) {
        return block(text, language, width).lines.stream()
                .map(TextBlock.Line::shown)
                .toList();
    }

    /** Where pixels of about a colour are: left, right, top, bottom, and how many. */
    private record Ink(double left, double right, double top, double bottom, int count) {
        static Ink of(TextPicture picture, java.util.function.IntPredicate wanted) {
            int left = Integer.MAX_VALUE;
            int right = -1;
            int top = Integer.MAX_VALUE;
            int bottom = -1;
            int count = 0;
            for (int i = 0; i < picture.argb().length; i++) {
                if (wanted.test(picture.argb()[i])) {
                    int x = picture.x() + i % picture.width();
                    int y = picture.y() + i / picture.width();
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                    count++;
                }
            }
            return new Ink(left, right + 1, top, bottom + 1, count);
        }

        double centre() {
            return (left + right) / 2;
        }
    }

    private static boolean yellow(int argb) {
        return argb >>> 24 > 200 && (argb >> 16 & 255) > 230 && (argb >> 8 & 255) > 180 && (argb & 255) < 110;
    }

    @ParameterizedTest
    @EnumSource(Languages.class)
    void everyLanguageIsCoveredAndSafeInAllStylesAndAspects(Languages language) {
        assertEquals(List.of(), FONTS.missing(language.text, true));
        for (Canvas canvas : List.of(WIDE, canvas(360, 640), canvas(360, 360), canvas(360, 450))) {
            SafeArea safe = SafeArea.of(canvas);
            for (CaptionStyle style : CaptionStyle.PRESETS) {
                SetCaption set = set(canvas, language, style);
                assertTrue(set.safe(), style.id());
                for (long frame : new long[] {0, 33, 80}) {
                    Ink ink = Ink.of(set.paint(set.look(frame)), argb -> argb >>> 24 > 128);
                    assertTrue(ink.count() > 100, style.id() + " paints " + ink);
                    assertTrue(safe.holds(ink.left(), ink.top(), ink.right(), ink.bottom()), style.id() + " " + ink);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, false",
        "RUSSIAN, false",
        "JAPANESE, false",
        "HINDI, false",
        "ARABIC, true",
        "HEBREW, true",
        "MIXED, true"
    })
    void theFirstWordIsLitWhereItsScriptBegins(Languages language, boolean right) {
        SetCaption set = set(canvas(1920, 400), language, CaptionStyle.KARAOKE);
        Ink all = Ink.of(set.paint(0), argb -> argb >>> 24 > 128);
        Ink lit = Ink.of(set.paint(1), ScriptsTest::yellow);
        assertTrue(lit.count() > 30, "Nothing is lit");
        assertEquals(right, lit.centre() > all.centre(), "The lit word is at " + lit + " of " + all);
        Ink last = Ink.of(set.paint(language.words().size()), ScriptsTest::yellow);
        assertEquals(right, last.centre() < all.centre(), "The last word is at " + last + " of " + all);
    }

    @Test
    void aWordOfTheOtherDirectionIsLitWhereItStands() {
        SetCaption set = set(canvas(1920, 400), Languages.MIXED, CaptionStyle.KARAOKE);
        double first = Ink.of(set.paint(1), ScriptsTest::yellow).centre();
        double latin = Ink.of(set.paint(2), ScriptsTest::yellow).centre();
        double next = Ink.of(set.paint(3), ScriptsTest::yellow).centre();
        assertTrue(first > latin && latin > next, first + ", " + latin + ", " + next);
    }

    @Test
    void wordsThatWereSpokenKeepTheirColour() {
        CaptionStyle style = CaptionStyle.KARAOKE;
        SetCaption set = set(WIDE, Languages.ENGLISH, style);
        Colour spoken = style.spoken();
        int paint = 255 << 24 | spoken.red() << 16 | spoken.green() << 8 | spoken.blue();
        assertEquals(0, Ink.of(set.paint(1), argb -> argb == paint).count());
        Ink before = Ink.of(set.paint(4), argb -> argb == paint);
        Ink lit = Ink.of(set.paint(4), ScriptsTest::yellow);
        assertTrue(before.count() > 50 && before.right() <= lit.left() + 2, before + " before " + lit);
    }

    @ParameterizedTest
    @ValueSource(ints = {220, 260, 300, 340, 400, 460, 520})
    void noLineBeginsOrEndsWithAMarkThatMayNot(int width) {
        for (Languages language :
                List.of(Languages.JAPANESE, Languages.SIMPLIFIED_CHINESE, Languages.TRADITIONAL_CHINESE)) {
            List<String> lines = lines(language.text, language.tag, width);
            assertTrue(lines.size() > 1);
            for (String line : lines) {
                assertTrue(NEVER_FIRST.indexOf(line.charAt(0)) < 0, line);
                assertTrue("「（“".indexOf(line.charAt(line.length() - 1)) < 0, line);
            }
            assertEquals(language.text, String.join("", lines));
        }
    }

    @Test
    void koreanBreaksAtSpacesAndThaiBetweenWords() {
        for (String line : lines(Languages.KOREAN.text, "ko", 420)) {
            assertTrue(List.of(Languages.KOREAN.text.split(" ")).containsAll(List.of(line.split(" "))), line);
        }
        String thai = "แอ่งน้ำเล็กๆบนโขดหินก็เริ่มหายใจ";
        List<String> lines = lines(thai, "th", 260);
        assertTrue(lines.size() > 1, lines.toString());
        Set<String> words =
                SpokenWords.spread(thai, 100).stream().map(word -> word.text()).collect(Collectors.toSet());
        assertTrue(words.containsAll(Set.of("บน", "โขด")), words.toString());
        lines.forEach(line -> assertTrue(words.stream().anyMatch(line::startsWith), line));
    }

    @Test
    void addressesAreTornAtTheirSigns() {
        List<String> lines = lines("https://example.org/films/the-tide-pools/scenes?number=12&language=en", "en", 500);
        assertTrue(lines.size() > 1);
        lines.subList(0, lines.size() - 1)
                .forEach(line -> assertTrue("/?&=-._".indexOf(line.charAt(line.length() - 1)) >= 0, line));
    }

    @Test
    void ideographsHaveTheFormsOfTheirLanguage() {
        assertEquals(Typeface.JAPANESE, Scripts.ideographs("海の直線", ""));
        assertEquals(Typeface.KOREAN, Scripts.ideographs("바다 海", "zh-Hant"));
        assertEquals(Typeface.SIMPLIFIED_CHINESE, Scripts.ideographs("直线", ""));
        assertEquals(Typeface.TRADITIONAL_CHINESE, Scripts.ideographs("直線", "zh-Hant"));
        assertEquals(Typeface.TRADITIONAL_CHINESE, Scripts.ideographs("直線", "zh-TW"));
        assertEquals(Typeface.SIMPLIFIED_CHINESE, Scripts.ideographs("直線", "zh-Hans-TW"));
        assertEquals(Typeface.JAPANESE, Scripts.ideographs("東京", "ja"));
        List<Integer> looks = new ArrayList<>();
        for (String language : List.of("zh-Hans", "ja")) {
            looks.add(Arrays.hashCode(new CaptionPainter(FONTS, WIDE)
                    .set(new CaptionPainter.Caption("直骨海", language, CaptionStyle.BOXED, List.of()))
                    .paint(0)
                    .argb()));
        }
        assertNotEquals(looks.get(0), looks.get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🌊",
                "👩🏽‍🔬",
                "👨‍👩‍👧‍👦",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "🇯🇵",
                "1️⃣",
                "#⃣",
                "❤️",
                "⭐",
                "🏳️‍🌈",
                "🤷🏿‍♀️",
                "👍🏻",
                "🦀"
            })
    void anEmojiOfManyCharactersIsOnePictureInColour(String emoji) {
        assertEquals(List.of(emoji), Emoji.pictures(emoji));
        TextBlock.Line line = block("a" + emoji + "b", "en", 900).lines.get(0);
        assertEquals(3, line.shown().length());
        TextPicture picture = new CaptionPainter(FONTS, WIDE)
                .set(new CaptionPainter.Caption(emoji, "en", CaptionStyle.BOXED, List.of()))
                .paint(0);
        Ink colourful = Ink.of(picture, argb -> argb >>> 24 > 200 && spread(argb) > 60);
        assertTrue(colourful.count() > 20, emoji + " has " + colourful.count() + " pixels of colour");
    }

    private static int spread(int argb) {
        int red = argb >> 16 & 255;
        int green = argb >> 8 & 255;
        int blue = argb & 255;
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
    }

    @Test
    void asTextAnEmojiIsALetter() {
        assertEquals(List.of(), Emoji.pictures("❤\uFE0E"));
        assertEquals(List.of(), Emoji.pictures("1"));
        assertEquals(List.of(), Emoji.pictures("©"));
        assertEquals(List.of("🐦", "🔥"), Emoji.pictures("🐦‍🔥"));
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 30, 60, 120})
    void poppingWordsGrowSmoothlyThroughFewLooks(int rate) {
        Canvas canvas = new Canvas(640, 360, FrameRate.of(rate), Colour.BLACK);
        SetCaption set = new CaptionPainter(FONTS, canvas)
                .set(new CaptionPainter.Caption(
                        "Look, a crab!", "en", CaptionStyle.POP, SpokenWords.spread("Look, a crab!", 2L * rate)));
        List<Integer> looks = new ArrayList<>();
        for (long frame = 0; frame < 2L * rate; frame++) {
            int look = set.look(frame);
            assertTrue(looks.isEmpty() || look >= looks.get(looks.size() - 1), "Looks come back");
            looks.add(look);
        }
        assertTrue(Set.copyOf(looks).size() <= 3 * 10 + 1, looks.toString());
        int previous = 0;
        int changes = 0;
        for (int frame = 0; frame < rate / 8; frame++) {
            double width = width(set, looks.get(frame));
            changes += width != previous ? 1 : 0;
            previous = (int) width;
        }
        assertTrue(width(set, looks.get(rate / 2)) > width(set, looks.get(0)), "The word does not grow");
        assertTrue(changes >= Math.min(3, rate / 10), "The word jumps in " + changes + " steps");
    }

    private static double width(SetCaption set, int look) {
        Ink lit = Ink.of(set.paint(look), ScriptsTest::yellow);
        return lit.right() - lit.left();
    }

    @Test
    void whateverIsWrittenIsSetInsideTheCanvasOrNamed() {
        int count = "full".equals(System.getProperty("evergreen.counts")) ? 4_000 : 150;
        Random random = new Random(20);
        int painted = 0;
        for (int i = 0; i < count; i++) {
            String text = random(random);
            if (text.isBlank() || !FONTS.missing(text, true).isEmpty()) {
                continue;
            }
            Canvas canvas = canvas(16 + 8 * random.nextInt(60), 16 + 8 * random.nextInt(60));
            CaptionStyle style = CaptionStyle.PRESETS.get(random.nextInt(CaptionStyle.PRESETS.size()));
            SetCaption set = new CaptionPainter(FONTS, canvas)
                    .set(new CaptionPainter.Caption(text, "en", style, SpokenWords.spread(text, 60)));
            TextPicture picture = set.paint(set.look(random.nextInt(80)));
            assertTrue(
                    picture.x() >= 0
                            && picture.y() >= 0
                            && picture.x() + picture.width() <= canvas.width() + 8
                            && picture.y() + picture.height() <= canvas.height() + 1,
                    text);
            painted++;
        }
        assertTrue(painted > count / 4, "Only " + painted + " texts of " + count + " were painted");
    }

    /** Mostly letters that there are fonts for, in any order, with marks, controls and pictures between them. */
    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(random.nextInt(10) == 0 ? 400 : 40);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(9)) {
                case 0 -> text.append(' ');
                case 1 ->
                    text.append(
                            pick(random, "\n\t\r\u0000\u00AD\u200B\u200D\u200E\u200F\u202E\u2066\u2069\u2028\uFEFF"));
                case 2 ->
                    text.append(pick(random, "\u0301\u0308\u0327\u064B\u064E\u05B0\u093F\u094D\u0E31\u0E48\uFE0F"));
                case 3 -> text.appendCodePoint(0x1F300 + random.nextInt(0x350));
                case 4 ->
                    text.appendCodePoint(
                            random.nextInt(300) == 0 ? random.nextInt(0x110000) : 0x20 + random.nextInt(0x5f));
                default -> {
                    String sample = Languages.values()[random.nextInt(Languages.values().length)].text;
                    int from = random.nextInt(sample.length());
                    text.append(sample, from, Math.min(sample.length(), from + 1 + random.nextInt(8)));
                }
            }
        }
        return text.toString();
    }

    private static char pick(Random random, String letters) {
        return letters.charAt(random.nextInt(letters.length()));
    }

    @Test
    void lonelyHalvesOfLettersAreNamedNotPainted() {
        assertFalse(FONTS.missing("a\uD83Db", true).isEmpty());
        assertEquals(List.of(), FONTS.missing("\u200B\u00AD\u202E\uFEFF", true));
    }
}
