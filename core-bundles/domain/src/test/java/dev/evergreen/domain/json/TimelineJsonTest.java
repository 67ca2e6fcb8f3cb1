package dev.evergreen.domain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioRole;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.CameraKeyframe;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionMotion;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.Curve;
import dev.evergreen.spi.timeline.Easing;
import dev.evergreen.spi.timeline.EffectUse;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.GainPoint;
import dev.evergreen.spi.timeline.Keyframe;
import dev.evergreen.spi.timeline.LayeredSource;
import dev.evergreen.spi.timeline.PictureLayer;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TitleLayout;
import dev.evergreen.spi.timeline.TitleMotion;
import dev.evergreen.spi.timeline.TitleSource;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import dev.evergreen.spi.timeline.WordTiming;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineJsonTest {
    private static final String DIGEST = "sha256:" + "ab".repeat(32);

    @Test
    void everythingComesBack() {
        TimelineSnapshot timeline = timeline();
        String json = Json.write(timeline);
        assertEquals(timeline, Json.read(json, TimelineSnapshot.class));
        assertEquals(json, Json.write(Json.read(json, TimelineSnapshot.class)));
        assertTrue(json.contains("\"type\":\"LayeredSource\""), json);
    }

    @Test
    void stylesOfBeforeThereWereShadowsAndMotionsAreRead() {
        String before = Json.write(CaptionStyle.POP)
                .replaceFirst(",\"spoken\":\"[^\"]*\"", "")
                .replaceFirst(",\"shadow\":\"[^\"]*\"", "")
                .replaceFirst(",\"motion\":\"[^\"]*\"", "");
        CaptionStyle style = Json.read(before, CaptionStyle.class);
        assertEquals(CaptionMotion.NONE, style.motion());
        assertEquals(style.text(), style.spoken());
        assertEquals(CaptionStyle.POP, Json.read(Json.write(CaptionStyle.POP), CaptionStyle.class));
    }

    @Test
    void aStyleThatIsNoPresetIsRefusedWithThoseThatAre() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> CaptionStyle.preset("loud"));
        assertTrue(
                refused.getMessage().contains("loud is not known; choose boxed, outline, karaoke, pop"),
                refused.getMessage());
        assertEquals(CaptionStyle.OUTLINE, CaptionStyle.preset("outline"));
    }

    @Test
    void whatIsWrongIsNamed() {
        String json = Json.write(timeline()).replace("\"durationFrames\":90", "\"durationFrames\":0");
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Json.read(json, TimelineSnapshot.class));
        assertTrue(refused.getMessage().contains("length in frames of clip a"), refused.getMessage());
    }

    private static TimelineSnapshot timeline() {
        VisualClip layered = new VisualClip(
                "a",
                new LayeredSource(List.of(new PictureLayer(DIGEST, 0), new PictureLayer(DIGEST, 1))),
                0,
                90,
                0,
                Ratio.ONE,
                Transform.moving(
                        new CameraKeyframe(0, .5, .5, 1, .5, Easing.EASE_IN_OUT),
                        new CameraKeyframe(90, .4, .5, 1.2, .5, Easing.LINEAR)),
                List.of(new EffectUse(
                        "evergreen.grade",
                        Map.of("contrast", 1.2, "name", "warm"),
                        Map.of("saturation", new Curve(List.of(new Keyframe(0, 1, Easing.EASE_IN)))))),
                new TransitionUse("evergreen.wipe", 12, Map.of("direction", "left")));
        TitleSource title = new TitleSource(
                TitleLayout.CARD,
                "Title",
                "",
                Colour.WHITE,
                Colour.CLEAR,
                Colour.BLACK,
                TitleMotion.RISE,
                TitleMotion.NONE,
                8);
        VisualClip card = new VisualClip("b", title, 90, 30, 0, Ratio.ONE, Transform.STILL, List.of(), null);
        CaptionClip caption =
                new CaptionClip("k", "Hello there", 3, 40, "Nora", "karaoke", List.of(new WordTiming("Hello", 0, 10)));
        AudioClip sound = new AudioClip(
                "s", DIGEST, 0, 96_000, 0, List.of(new GainPoint(0, -6)), 480, 480, AudioRole.MUSIC, List.of());
        return new TimelineSnapshot(
                new Canvas(1920, 1080, new FrameRate(30_000, 1001), Colour.of("#112233")),
                List.of(new VisualTrack("v", List.of(layered, card))),
                List.of(new CaptionTrack("c", "en", true, List.of(caption))),
                List.of(new AudioTrack("m", List.of(sound))),
                List.of(CaptionStyle.KARAOKE));
    }
}
