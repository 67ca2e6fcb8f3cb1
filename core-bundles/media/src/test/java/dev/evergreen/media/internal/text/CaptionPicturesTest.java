package dev.evergreen.media.internal.text;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class CaptionPicturesTest {
    @Test
    @EnabledIfSystemProperty(named = "evergreen.sheet", matches = ".+")
    void drawTheSheets() throws Exception {
        Path file = Path.of(System.getProperty("evergreen.sheet"));
        Gallery.styles(file);
        Gallery.aspects(
                file.resolveSibling("aspects.png"),
                List.of(Languages.ENGLISH, Languages.JAPANESE, Languages.THAI, Languages.EMOJI));
    }
}
