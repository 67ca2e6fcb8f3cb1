package dev.evergreen.productions.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmFormatTest {
    @ParameterizedTest
    @CsvSource({
        "16:9, youtube-1080p30, 1920, 1080, 30, evergreen.mp4",
        "9:16, 1080p, 1080, 1920, 30, evergreen.mp4",
        "1:1, webm-720p60, 720, 720, 60, evergreen.webm",
        "4:5, 1080p25, 1080, 1350, 25, evergreen.mp4",
        "16:9, youtube-4k60, 3840, 2160, 60, evergreen.mp4",
        "16:9, acme-720p, 1280, 720, 30, acme"
    })
    void presetsNameSizeRateAndExporter(
            String format, String preset, int width, int height, int rate, String exporter) {
        assertEquals(new FilmFormat(width, height, rate, exporter), FilmFormat.of(format, preset));
    }

    @ParameterizedTest
    @CsvSource({"5:3, 1080p, 5:3", "16:9, huge, huge", "16:9, 100p, 100p", "16:9, 1080p17, 1080p17"})
    void nonsenseIsRefusedByName(String format, String preset, String named) {
        ProblemException refused = assertThrows(ProblemException.class, () -> FilmFormat.of(format, preset));
        assertTrue(refused.getMessage().contains(named), refused.getMessage());
    }

    @Test
    void picturesHaveRoomForTheCamera() {
        FilmFormat film = FilmFormat.of("16:9", "1080p");
        assertEquals(2074, film.pictureWidth());
        assertEquals(1166, film.pictureHeight());
    }
}
