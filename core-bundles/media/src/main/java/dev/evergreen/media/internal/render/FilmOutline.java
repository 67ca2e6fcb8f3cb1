package dev.evergreen.media.internal.render;

import dev.evergreen.media.FilmPiece;
import dev.evergreen.media.MediaException;
import dev.evergreen.media.RenderRequest;
import dev.evergreen.media.internal.compile.SegmentPlan;
import dev.evergreen.media.internal.compile.TimelineCompiler;
import dev.evergreen.media.internal.sound.Crossing;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.export.EncodingPlan;
import dev.evergreen.spi.export.VideoEncoding;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Of which pieces a film is joined.
 *
 * @param timeline on the canvas that the plan wants
 * @param samples the sound's length at 48 kHz
 * @param segments of the pictures, in order; none where the file has no pictures
 * @param keys of the segments
 * @param clips all that is heard
 * @param crossings of clips that follow each other
 * @param sound its pieces
 */
record FilmOutline(
        TimelineSnapshot timeline,
        long samples,
        List<SegmentPlan> segments,
        List<String> keys,
        List<AudioClip> clips,
        Map<String, Crossing> crossings,
        SoundPieces sound) {
    /**
     * What mixing and mastering a second of sound takes, in megapixels that are drawn in the same time: in 1080p30 the sound takes
     * 6 % of a film's time (docs/performance.md).
     */
    private static final double SOUND_MEGAPIXELS_A_SECOND = 4;

    private static final double MEGA = 1e6;
    private static final double SAMPLES_A_SECOND = 48_000;

    FilmOutline {
        segments = List.copyOf(segments);
        keys = List.copyOf(keys);
        clips = List.copyOf(clips);
    }

    /** @throws MediaException where the timeline cannot be drawn as it is */
    static FilmOutline of(RenderEngine engine, RenderRequest request) throws MediaException {
        TimelineSnapshot timeline = resized(request.timeline(), request.encoding());
        Canvas canvas = timeline.canvas();
        Map<String, String> versions = new Inspection(engine.plugins(), engine.fonts()).inspect(timeline);
        VideoEncoding pictures = request.encoding().video();
        List<SegmentPlan> segments = pictures == null ? List.of() : TimelineCompiler.compile(timeline, pictures);
        PlanKeys planKeys = new PlanKeys(engine.identity(), versions, engine.plugins());
        List<String> keys = new ArrayList<>();
        for (SegmentPlan segment : segments) {
            keys.add(planKeys.key(segment));
        }
        List<AudioClip> clips = timeline.audioTracks().stream()
                .filter(track -> !track.muted())
                .flatMap(track -> track.clips().stream())
                .toList();
        long samples = canvas.frameRate().sampleAt(timeline.durationFrames());
        AudioEncoding heard = request.encoding().sound().orElseThrow();
        Map<String, Crossing> crossings = Crossing.of(timeline);
        SoundPieces sound = new SoundPieces(
                engine.store(), planKeys.soundKey(clips, crossings, heard, samples, canvas.frameRate()));
        return new FilmOutline(timeline, samples, segments, keys, clips, crossings, sound);
    }

    /** The film on the canvas that the plan wants. */
    static TimelineSnapshot resized(TimelineSnapshot timeline, EncodingPlan plan) {
        return new TimelineSnapshot(
                plan.canvas(timeline.canvas()),
                timeline.visualTracks(),
                timeline.captionTracks(),
                timeline.audioTracks(),
                timeline.captionStyles());
    }

    /** What is not kept yet; the sound, which takes longest in one go, first. */
    List<FilmPiece> missing(PieceStore store) throws IOException {
        List<FilmPiece> missing = new ArrayList<>();
        Set<String> known = new HashSet<>();
        if (!sound.areThere()) {
            missing.add(new FilmPiece(sound.name(0), samples / SAMPLES_A_SECOND * SOUND_MEGAPIXELS_A_SECOND));
        }
        double pixels = (double) timeline.canvas().width() * timeline.canvas().height();
        for (int i = 0; i < segments.size(); i++) {
            if (!store.has(keys.get(i)) && known.add(keys.get(i))) {
                missing.add(new FilmPiece(keys.get(i), segments.get(i).frames() * pixels / MEGA));
            }
        }
        return missing;
    }
}
