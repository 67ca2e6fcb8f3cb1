package dev.evergreen.domain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
    record Everything(Money money, Duration duration, Optional<String> absent, Optional<Integer> present) {}

    @Test
    void recordsComeBackEqual() {
        Everything value =
                new Everything(Money.usd("0.0125"), Duration.ofMillis(1500), Optional.empty(), Optional.of(3));

        assertEquals(value, Json.read(Json.write(value), Everything.class));
    }

    @Test
    void timelineComesBackEqualAndIsWrittenAlike() {
        VisualClip clip = new VisualClip(
                "a",
                new SolidSource(Colour.of("#102030")),
                0,
                30,
                0,
                Ratio.ONE,
                Transform.STILL,
                List.of(),
                new TransitionUse("cross-dissolve", 10, Map.of("b", 2, "a", 1)));
        TimelineSnapshot timeline = new TimelineSnapshot(
                new Canvas(320, 180, FrameRate.FPS_30, Colour.BLACK),
                List.of(new VisualTrack("v", List.of(clip))),
                List.of(),
                List.of(),
                List.of());

        String text = Json.write(timeline);

        assertTrue(text.contains("\"type\":\"SolidSource\""), text);
        assertEquals(timeline, Json.read(text, TimelineSnapshot.class));
        assertEquals(text, Json.write(Json.read(text, TimelineSnapshot.class)));
    }

    @Test
    void brokenTextIsRefusedWithItsPlace() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Json.read("{\n \"money\": }", Everything.class));

        assertTrue(refused.getMessage().contains("line 2"), refused.getMessage());
    }
}
