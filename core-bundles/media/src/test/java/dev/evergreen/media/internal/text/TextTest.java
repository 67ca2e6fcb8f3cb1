package dev.evergreen.media.internal.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.TitleLayout;
import dev.evergreen.spi.timeline.TitleMotion;
import dev.evergreen.spi.timeline.TitleSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    private static final Fonts FONTS = new Fonts();
    private static final String LONG =
            "When the water had gone, the whole bay lay open, and in every hollow of the rock "
                    + "stood a small clear sea with its own weather, its own hunters and its own hiding places.";

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1080, 1920", "1080, 1080", "640, 360", "320, 180"})
    void captionsStayInTheSafeAreaOfEveryCanvas(int width, int height) {
        Canvas canvas = new Canvas(width, height, FrameRate.FPS_30, Colour.BLACK);
        CaptionPainter painter = new CaptionPainter(FONTS, canvas);
        for (CaptionStyle style : CaptionStyle.PRESETS) {
            for (String text : List.of("Yes.", "The tide goes out.", LONG)) {
                SetCaption set = set(painter, text, style);
                assertTrue(set.safe(), text);
                TextPicture picture = set.paint(0);
                assertEquals(0, picture.x() % 8);
                assertEquals(0, picture.y() % 2);
                assertTrue(picture.x() + picture.width() <= width + 8);
                assertTrue(picture.y() + picture.height() <= height);
                assertTrue(Arrays.stream(picture.argb()).anyMatch(pixel -> pixel >>> 24 > 200), "Nothing is painted");
            }
        }
    }

    private static SetCaption set(CaptionPainter painter, String text, CaptionStyle style) {
        return painter.set(new CaptionPainter.Caption(text, "en", style, SpokenWords.spread(text, 200)));
    }

    private static TextBlock block(String text, boolean bold, float size, float width, int lines) {
        return TextBlock.of(
                FONTS,
                new TextBlock.Text(text, "Inter", bold, "en", size),
                new TextBlock.Room(width, lines, Float.MAX_VALUE));
    }

    @Test
    void longTextsWrapIntoBalancedLines() {
        TextBlock block = block(LONG, true, 44, 1400, 4);
        assertTrue(block.lines.size() >= 2 && block.lines.size() <= 4);
        double shortest = block.lines.stream()
                .mapToDouble(line -> line.layout().getAdvance())
                .min()
                .orElseThrow();
        assertTrue(shortest > block.width * 0.6, "The lines are " + shortest + " and " + block.width + " long");
    }

    @Test
    void lineBreaksInTheTextAreKept() {
        TextBlock block = block("First\nSecond\n\nThird", false, 40, 1000, 5);
        assertEquals(3, block.lines.size());
        assertArrayEquals(new int[] {0, 5}, block.lines.get(2).part(14, 19));
        assertArrayEquals(new int[] {0, 0}, block.lines.get(1).part(14, 19));
    }

    @Test
    void lettersThatInterLacksComeFromTheOtherFont() {
        assertEquals(List.of(), FONTS.missing("Żółć — Ελλάδα — мир — שלום — سلام — “quoted” …", true));
    }

    @Test
    void lettersThatNoFontHasAreNamed() {
        assertEquals(List.of("ᚠ (U+16A0)", "(U+D800)"), FONTS.missing("It is ᚠ now, ᚠ and \uD800", true));
    }

    @Test
    void titlesKeepToTheirPlaces() {
        Canvas canvas = new Canvas(1920, 1080, FrameRate.FPS_30, Colour.BLACK);
        TitlePainter painter = new TitlePainter(FONTS, canvas, "en");
        TextPicture card = painter.paint(title(TitleLayout.CARD));
        double centre = card.x() + card.width() / 2.0;
        assertEquals(960, centre, 8);
        assertTrue(painter.paint(title(TitleLayout.LOWER_THIRD)).y() > 540);
        TextPicture corner = painter.paint(title(TitleLayout.CORNER));
        assertTrue(corner.y() < 108 && corner.x() < 192);
    }

    private static TitleSource title(TitleLayout layout) {
        return new TitleSource(
                layout,
                "The Tide Pools",
                "a story",
                Colour.WHITE,
                Colour.of("#ffcc66"),
                new Colour(0, 0, 0, 120),
                TitleMotion.FADE,
                TitleMotion.FADE,
                10);
    }

    @Test
    void theSamePaintingHasTheSamePixels() {
        Canvas canvas = new Canvas(1280, 720, FrameRate.FPS_30, Colour.BLACK);
        int[] one = set(new CaptionPainter(FONTS, canvas), LONG, CaptionStyle.POP)
                .paint(2)
                .argb();
        int[] other = set(new CaptionPainter(new Fonts(), canvas), LONG, CaptionStyle.POP)
                .paint(2)
                .argb();
        assertTrue(Arrays.equals(one, other));
    }
}
