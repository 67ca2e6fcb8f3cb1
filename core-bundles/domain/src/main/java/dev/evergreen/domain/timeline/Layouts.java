package dev.evergreen.domain.timeline;

import dev.evergreen.spi.timeline.Canvas;
import dev.evergreen.spi.timeline.CaptionStyle;
import dev.evergreen.spi.timeline.LayoutOverride;
import dev.evergreen.spi.timeline.Placement;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.Transform;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Films of several proportions from one timeline: the same cuts and the same sound, each picture fitted anew. Pure. */
public final class Layouts {
    private static final double LARGEST_LETTERS = 0.3;
    private static final double SMALLEST_LETTERS = 0.01;
    private static final int MOST_LINES = 6;

    private Layouts() {}

    /** The timeline in its own proportions, with what a person set for clips in these. */
    public static TimelineSnapshot own(TimelineSnapshot timeline) {
        return Aspect.of(timeline.canvas())
                .map(aspect -> derive(timeline, aspect))
                .orElse(timeline);
    }

    /**
     * The timeline in other proportions, its shorter side as long as before. What fills the canvas fills it again around what the camera looks
     * at; a picture in the picture keeps its own proportions and its middle; captions take the size that is usual there. Where a person has set
     * a clip's transform for this aspect, it is used as it is.
     */
    public static TimelineSnapshot derive(TimelineSnapshot timeline, Aspect aspect) {
        Canvas from = timeline.canvas();
        boolean same = Aspect.of(from).equals(Optional.of(aspect));
        int shorter = Math.min(from.width(), from.height());
        Canvas to = same
                ? from
                : new Canvas(aspect.width(shorter), aspect.height(shorter), from.frameRate(), from.background());
        Map<String, Transform> overrides = new HashMap<>();
        for (LayoutOverride layout : timeline.layouts()) {
            if (layout.aspect().equals(aspect.text())) {
                overrides.put(layout.clipId(), layout.transform());
            }
        }
        List<VisualTrack> tracks = timeline.visualTracks().stream()
                .map(track -> new VisualTrack(
                        track.id(),
                        track.clips().stream()
                                .map(clip -> with(
                                        clip, overrides.getOrDefault(clip.id(), fitted(clip.transform(), from, to))))
                                .toList()))
                .toList();
        double letters = aspect.letters() / Aspect.of(from).map(Aspect::letters).orElse(1.0);
        int lines = aspect.lines() - Aspect.of(from).map(Aspect::lines).orElse(0);
        return new TimelineSnapshot(
                to,
                tracks,
                timeline.captionTracks(),
                timeline.audioTracks(),
                timeline.captionStyles().stream()
                        .map(style -> same ? style : sized(style, letters, lines))
                        .toList(),
                timeline.layouts(),
                timeline.markers());
    }

    private static VisualClip with(VisualClip clip, Transform transform) {
        return new VisualClip(
                clip.id(),
                clip.source(),
                clip.startFrame(),
                clip.durationFrames(),
                clip.inPointFrame(),
                clip.speed(),
                transform,
                clip.effects(),
                clip.transition());
    }

    private static Transform fitted(Transform transform, Canvas from, Canvas to) {
        Placement place = transform.placement();
        if (from.equals(to) || place.width() == 1 && place.height() == 1) {
            return transform;
        }
        double width = place.width() * from.width() / to.width();
        double height = place.height() * from.height() / to.height();
        double shrink = Math.min(1, Math.min(1 / width, 1 / height));
        width = Math.min(1, width * shrink);
        height = Math.min(1, height * shrink);
        double x = inside(place.x() + place.width() / 2 - width / 2, 1 - width);
        double y = inside(place.y() + place.height() / 2 - height / 2, 1 - height);
        return new Transform(transform.fit(), new Placement(x, y, width, height, place.opacity()), transform.camera());
    }

    private static double inside(double value, double most) {
        return Math.max(0, Math.min(most, value));
    }

    /** A style made for wide films at the size that is usual in an aspect. */
    public static CaptionStyle usual(CaptionStyle style, Aspect aspect) {
        return sized(style, aspect.letters(), aspect.lines());
    }

    private static CaptionStyle sized(CaptionStyle style, double letters, int lines) {
        return style.sized(
                Math.max(SMALLEST_LETTERS, Math.min(LARGEST_LETTERS, style.size() * letters)),
                Math.max(1, Math.min(MOST_LINES, style.maxLines() + lines)));
    }
}
