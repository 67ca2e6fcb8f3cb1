package dev.evergreen.media.internal.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.render.Json;
import dev.evergreen.media.internal.render.TestEngine;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.Colour;
import dev.evergreen.spi.timeline.EffectUse;
import dev.evergreen.spi.timeline.FrameRate;
import dev.evergreen.spi.timeline.Ratio;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineCompilerTest {
    private static final VideoEncoding VIDEO = TestEngine.mp4("veryfast").video();

    @Test
    void segmentsFollowEachOtherWithoutGapAndNoneEndsOnAKeyFrame() throws Exception {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            List<VisualClip> clips = new java.util.ArrayList<>();
            long at = random.nextInt(3) == 0 ? random.nextInt(40) : 0;
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                int length = 1 + random.nextInt(200);
                clips.add(clip("c" + i, at, length, null));
                at += length + (random.nextInt(4) == 0 ? random.nextInt(30) : 0);
            }
            TimelineSnapshot timeline = timeline(clips);
            long next = 0;
            for (SegmentPlan segment : TimelineCompiler.compile(timeline, VIDEO)) {
                assertEquals(next, segment.firstFrame());
                next += segment.frames();
                assertTrue(segment.frames() <= 95, "A segment has " + segment.frames() + " frames");
                int group = segment.encoding().groupOfPicturesFrames();
                assertTrue(segment.frames() == 1 || segment.frames() % group != 1);
                assertEquals(0, segment.base().get(0).from());
                assertEquals(
                        segment.frames(),
                        segment.base().get(segment.base().size() - 1).to());
            }
            assertEquals(timeline.durationFrames(), next);
        }
    }

    @Test
    void aTransitionPlaysInTheNextClipAndTheLengthStays() throws Exception {
        TimelineSnapshot timeline =
                timeline(List.of(clip("a", 0, 60, new TransitionUse("x", 15, Map.of())), clip("b", 60, 60, null)));
        List<SegmentPlan> segments = TimelineCompiler.compile(timeline, VIDEO);
        assertEquals(2, segments.size());
        Span first = segments.get(1).base().get(0);
        assertEquals(15, first.to());
        assertEquals("x", java.util.Objects.requireNonNull(first.transition()).pluginId());
        PlacedClip leaving = java.util.Objects.requireNonNull(first.leaving());
        assertEquals(60, leaving.frame(0));
        assertEquals(120, timeline.durationFrames());
    }

    @Test
    void aTransitionWithNothingToLeadToGoesToTheBackground() throws Exception {
        TimelineSnapshot timeline =
                timeline(List.of(clip("a", 0, 60, new TransitionUse("x", 10, Map.of())), clip("b", 90, 30, null)));
        List<Span> spans = TimelineCompiler.compile(timeline, VIDEO).stream()
                .filter(segment -> segment.firstFrame() == 60)
                .findFirst()
                .orElseThrow()
                .base();
        assertEquals(10, spans.get(0).to());
        assertEquals(null, spans.get(0).clip());
        assertEquals(null, spans.get(1).transition());
    }

    @Test
    void movingAClipKeepsItsKey() throws Exception {
        SegmentPlan early = TimelineCompiler.compile(timeline(List.of(clip("a", 0, 60, null))), VIDEO)
                .get(0);
        SegmentPlan late = TimelineCompiler.compile(
                        timeline(List.of(clip("z", 0, 75, null), clip("renamed", 75, 60, null))), VIDEO)
                .get(1);
        assertEquals(Json.digest(early.withoutPlace()), Json.digest(late.withoutPlace()));
        assertNotEquals(Json.digest(early), Json.digest(late));
    }

    @Test
    void anEmptyTimelineIsRefused() {
        MediaException refused =
                assertThrows(MediaException.class, () -> TimelineCompiler.compile(timeline(List.of()), VIDEO));
        assertEquals(MediaException.Kind.INVALID_TIMELINE, refused.kind());
    }

    @Test
    void effectsGetTheSameSeedInEveryPiece() throws Exception {
        VisualClip grainy = new VisualClip(
                "g",
                new SolidSource(Colour.WHITE),
                0,
                200,
                0,
                Ratio.ONE,
                Transform.STILL,
                List.of(EffectUse.of("grain", Map.of())),
                null);
        List<SegmentPlan> segments = TimelineCompiler.compile(timeline(List.of(grainy)), VIDEO);
        long seeds = segments.stream()
                .map(segment -> java.util.Objects.requireNonNull(
                                segment.base().get(0).clip())
                        .seed())
                .distinct()
                .count();
        assertEquals(1, seeds);
        assertTrue(segments.size() > 1);
    }

    private static TimelineSnapshot timeline(List<VisualClip> clips) {
        Canvas canvas = new Canvas(320, 180, FrameRate.FPS_30, Colour.BLACK);
        return new TimelineSnapshot(canvas, List.of(new VisualTrack("v", clips)), List.of(), List.of(), List.of());
    }

    private static VisualClip clip(String id, long start, long length, @Nullable TransitionUse way) {
        return new VisualClip(
                id, new SolidSource(Colour.WHITE), start, length, 0, Ratio.ONE, Transform.STILL, List.of(), way);
    }
}
