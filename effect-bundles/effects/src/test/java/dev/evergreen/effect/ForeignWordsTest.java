package dev.evergreen.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.kit.picture.Lettering;
import dev.evergreen.kit.picture.Words;
import dev.evergreen.media.internal.text.Fonts;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Effects set words in all scripts that the engine has typefaces for. */
class ForeignWordsTest {
    private static final Fonts FONTS = new Fonts();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mara Lind, Élan — “ok”",
                "Морской биолог",
                "海洋生物学家",
                "潮だまりの科学者",
                "해양 생물학자",
                "عالمة الأحياء البحرية",
                "ביולוגית ימית",
                "समुद्री जीवविज्ञानी",
                "நீர்வாழ் உயிரியலாளர்",
                "นักชีววิทยาทางทะเล"
            })
    void wordsAreCheckedFittedAndPainted(String text) {
        FONTS.offer(text);
        assertEquals(text, Lettering.checked("The title", text));
        Words words = Words.fitting(text, true, 40, 200);
        assertTrue(words.width() > 60 && words.width() <= 201, "It is " + words.width() + " wide");
        BufferedImage sheet = Lettering.sheet(words.width() + 20, words.height() + 10);
        Graphics2D brush = Lettering.brush(sheet);
        brush.setColor(Color.WHITE);
        words.draw(brush, 10, words.ascent() + 5);
        brush.dispose();
        int painted = 0;
        for (int x = 0; x < sheet.getWidth(); x++) {
            for (int y = 0; y < sheet.getHeight(); y++) {
                boolean edge = x < 4 || x >= sheet.getWidth() - 4;
                boolean ink = sheet.getRGB(x, y) >>> 24 > 100;
                assertTrue(!edge || !ink, "The line leaves its room");
                painted += ink ? 1 : 0;
            }
        }
        assertTrue(painted > 200, "Only " + painted + " pixels are painted");
    }

    @Test
    void allLettersThatNoTypefaceHasAreNamed() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Lettering.checked("The title", "ᚠ and 🌊, ᚠ"));
        assertTrue(refused.getMessage().contains("The title has letters"), refused.getMessage());
        assertTrue(refused.getMessage().endsWith("ᚠ (U+16A0), 🌊 (U+1F30A)"), refused.getMessage());
    }

    @Test
    void noWordsTakeNoRoom() {
        assertEquals(0, Words.of("", true, 30).width());
    }
}
