package dev.evergreen.media.internal.text;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.MediaException;
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
        for (CaptionStyle style : List.of(CaptionStyle.BOXED, CaptionStyle.KARAOKE)) {
            for (String text : List.of("Yes.", "The tide goes out.", LONG)) {
                assertTrue(painter.safe(text, style), text);
                TextPicture picture = painter.paint(text, style, List.of(), -1);
                assertEquals(0, picture.x() % 8);
                assertEquals(0, picture.y() % 2);
                assertTrue(picture.x() + picture.width() <= width + 8);
                assertTrue(picture.y() + picture.height() <= height);
                assertTrue(Arrays.stream(picture.argb()).anyMatch(pixel -> pixel >>> 24 > 200), "Nothing is painted");
            }
        }
    }

    @Test
    void longTextsWrapIntoBalancedLines() {
        TextBlock block = TextBlock.of(FONTS, LONG, "Inter", true, 44, 1400, 4);
        assertTrue(block.lines.size() >= 2 && block.lines.size() <= 4);
        double shortest = block.lines.stream()
                .mapToDouble(line -> line.layout().getAdvance())
                .min()
                .orElseThrow();
        assertTrue(shortest > block.width * 0.6, "The lines are " + shortest + " and " + block.width + " long");
    }

    @Test
    void lineBreaksInTheTextAreKept() {
        TextBlock block = TextBlock.of(FONTS, "First\nSecond\n\nThird", "Inter", false, 40, 1000, 5);
        assertEquals(3, block.lines.size());
        assertEquals(14, block.lines.get(2).start());
    }

    @Test
    void lettersThatInterLacksComeFromTheOtherFont() {
        assertDoesNotThrow(() -> FONTS.check("The caption", "Żółć — Ελλάδα — мир — שלום — سلام — “quoted” …", "Inter"));
    }

    @Test
    void lettersThatNoFontHasAreNamed() {
        MediaException refused =
                assertThrows(MediaException.class, () -> FONTS.check("The caption k7", "It is 潮 now", "Inter"));
        assertTrue(refused.getMessage().contains("k7"), refused.getMessage());
        assertTrue(refused.getMessage().contains("U+6F6E"), refused.getMessage());
    }

    @Test
    void titlesKeepToTheirPlaces() {
        Canvas canvas = new Canvas(1920, 1080, FrameRate.FPS_30, Colour.BLACK);
        TitlePainter painter = new TitlePainter(FONTS, canvas);
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
        int[] one = new CaptionPainter(FONTS, canvas)
                .paint(LONG, CaptionStyle.BOXED, List.of(), -1)
                .argb();
        int[] other = new CaptionPainter(new Fonts(), canvas)
                .paint(LONG, CaptionStyle.BOXED, List.of(), -1)
                .argb();
        assertTrue(Arrays.equals(one, other));
    }
}
