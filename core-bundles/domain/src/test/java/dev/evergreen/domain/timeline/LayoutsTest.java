package dev.evergreen.domain.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.timeline.CameraKeyframe;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionClip;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.Easing;
import dev.evergreen.spi.timeline.Fit;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.LayoutOverride;
import dev.evergreen.spi.timeline.Placement;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutsTest {
    private static final Transform MOVING = Transform.moving(
            new CameraKeyframe(0, 0.2, 0.4, 1, 0, Easing.LINEAR),
            new CameraKeyframe(60, 0.7, 0.5, 1.5, 0, Easing.LINEAR));
    private static final Transform CORNER =
            new Transform(Fit.COVER, new Placement(0.625, 0.05, 0.3, 0.3, 0.9), List.of());

    private static TimelineSnapshot timeline(LayoutOverride... layouts) {
        return new TimelineSnapshot(
                new Canvas(1920, 1080, FrameRate.FPS_30, Colour.BLACK),
                List.of(
                        new VisualTrack("pictures", List.of(clip("p", 0, MOVING), clip("q", 60, Transform.STILL))),
                        new VisualTrack("over", List.of(clip("c", 10, CORNER)))),
                List.of(new CaptionTrack(
                        "captions", "en", true, List.of(new CaptionClip("t", "Look.", 0, 30, "", "boxed", List.of())))),
                List.of(),
                List.of(CaptionStyle.BOXED),
                List.of(layouts),
                List.of());
    }

    private static VisualClip clip(String id, long start, Transform transform) {
        return new VisualClip(id, new SolidSource(Colour.WHITE), start, 60, 0, Ratio.ONE, transform, List.of(), null);
    }

    private static Transform shown(TimelineSnapshot timeline, int track, int clip) {
        return timeline.visualTracks().get(track).clips().get(clip).transform();
    }

    @ParameterizedTest
    @CsvSource({"16:9,1920,1080", "9:16,1080,1920", "1:1,1080,1080", "4:5,1080,1350"})
    void the_shorter_side_stays(String name, int width, int height) {
        Aspect aspect = Aspect.of(name).orElseThrow();
        Canvas canvas = Layouts.derive(timeline(), aspect).canvas();

        assertEquals(List.of(width, height), List.of(canvas.width(), canvas.height()));
        assertEquals(aspect, Aspect.of(canvas).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(Aspect.class)
    void cuts_sounds_words_and_the_cameras_focus_are_shared(Aspect aspect) {
        TimelineSnapshot from = timeline();
        TimelineSnapshot to = Layouts.derive(from, aspect);

        assertEquals(from.durationFrames(), to.durationFrames());
        assertEquals(from.captionTracks(), to.captionTracks());
        assertEquals(from.audioTracks(), to.audioTracks());
        assertEquals(MOVING, shown(to, 0, 0));
        for (int i = 0; i < 2; i++) {
            VisualClip before = from.visualTracks().get(0).clips().get(i);
            VisualClip after = to.visualTracks().get(0).clips().get(i);
            assertEquals(before.startFrame(), after.startFrame());
            assertEquals(before.durationFrames(), after.durationFrames());
        }
    }

    @ParameterizedTest
    @EnumSource(Aspect.class)
    void a_picture_in_the_picture_keeps_its_proportions_inside_the_canvas(Aspect aspect) {
        TimelineSnapshot to = Layouts.derive(timeline(), aspect);
        Placement place = shown(to, 1, 0).placement();

        double ratio = place.width()
                * to.canvas().width()
                / (place.height() * to.canvas().height());
        assertEquals(16.0 / 9, ratio, 1e-9);
        assertTrue(place.x() >= 0 && place.x() + place.width() <= 1 + 1e-9, place::toString);
        assertEquals(0.9, place.opacity());
    }

    @Test
    void captions_take_the_size_that_is_usual_there() {
        CaptionStyle tall =
                Layouts.derive(timeline(), Aspect.TALL).captionStyles().get(0);

        assertEquals(CaptionStyle.BOXED.size() * 1.4, tall.size(), 1e-9);
        assertEquals(3, tall.maxLines());
        CaptionStyle back = Layouts.derive(Layouts.derive(timeline(), Aspect.TALL), Aspect.WIDE)
                .captionStyles()
                .get(0);
        assertEquals(CaptionStyle.BOXED.size(), back.size(), 1e-9);
        assertEquals(2, back.maxLines());
    }

    @Test
    void what_a_person_set_for_an_aspect_is_used_there_only() {
        TimelineSnapshot timeline = timeline(new LayoutOverride("9:16", "p", CORNER));

        assertEquals(CORNER, shown(Layouts.derive(timeline, Aspect.TALL), 0, 0));
        assertEquals(MOVING, shown(Layouts.derive(timeline, Aspect.SQUARE), 0, 0));
        assertEquals(timeline, Layouts.own(timeline));
        TimelineSnapshot own = timeline(new LayoutOverride("16:9", "q", CORNER));
        assertEquals(CORNER, shown(Layouts.own(own), 0, 1));
    }
}
