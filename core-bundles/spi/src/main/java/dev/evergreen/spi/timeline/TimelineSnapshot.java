package dev.evergreen.spi.timeline;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A whole film at one moment of its making. Two equal snapshots give the same film, byte for byte.
 *
 * @param canvas what it is painted on
 * @param visualTracks back to front; the lowest may have transitions, those above lie over it
 * @param captionTracks the captions, painted over all pictures where they are burned in
 * @param audioTracks all are mixed
 * @param captionStyles those that captions name
 * @param layouts how single clips are shown in other aspects; at most one for a clip and an aspect
 * @param markers in order of their frames
 */
public record TimelineSnapshot(
        Canvas canvas,
        List<VisualTrack> visualTracks,
        List<CaptionTrack> captionTracks,
        List<AudioTrack> audioTracks,
        List<CaptionStyle> captionStyles,
        List<LayoutOverride> layouts,
        List<Marker> markers) {
    public TimelineSnapshot {
        Objects.requireNonNull(canvas, "A timeline has no canvas");
        visualTracks = List.copyOf(visualTracks);
        captionTracks = List.copyOf(captionTracks);
        audioTracks = List.copyOf(audioTracks);
        captionStyles = List.copyOf(captionStyles);
        // Null in what was written before there were layouts and markers.
        layouts = layouts == null ? List.of() : List.copyOf(layouts);
        markers = markers == null ? List.of() : List.copyOf(markers);
        Set<String> styles = new HashSet<>();
        captionStyles.forEach(style -> Check.require(
                styles.add(style.id()), "The caption style " + style.id() + " is there twice; ids must be unique"));
        Set<String> ids = new HashSet<>();
        for (VisualTrack track : visualTracks) {
            unique(ids, track.id());
            track.clips().forEach(clip -> unique(ids, clip.id()));
        }
        for (AudioTrack track : audioTracks) {
            unique(ids, track.id());
            track.clips().forEach(clip -> unique(ids, clip.id()));
        }
        for (CaptionTrack track : captionTracks) {
            unique(ids, track.id());
            for (CaptionClip clip : track.clips()) {
                unique(ids, clip.id());
                Check.require(
                        styles.contains(clip.styleId()),
                        "The caption " + clip.id() + " names the style " + clip.styleId()
                                + ", which is none of the timeline's " + styles);
            }
        }
        Set<String> overridden = new HashSet<>();
        layouts.forEach(layout -> Check.require(
                overridden.add(layout.aspect() + " " + layout.clipId()),
                "The clip " + layout.clipId() + " has two layouts for " + layout.aspect()));
        Set<String> marks = new HashSet<>();
        markers.forEach(marker -> Check.require(
                marks.add(marker.id()), "The marker " + marker.id() + " is there twice; ids must be unique"));
    }

    /** A timeline without layouts of other aspects and without markers. */
    public TimelineSnapshot(
            Canvas canvas,
            List<VisualTrack> visualTracks,
            List<CaptionTrack> captionTracks,
            List<AudioTrack> audioTracks,
            List<CaptionStyle> captionStyles) {
        this(canvas, visualTracks, captionTracks, audioTracks, captionStyles, List.of(), List.of());
    }

    private static void unique(Set<String> ids, String id) {
        Check.require(ids.add(id), "The id " + id + " is there twice; ids of clips and tracks must be unique");
    }

    /** The length of the film: until the last picture or sound ends, in frames; captions do not prolong it. */
    public long durationFrames() {
        long end = 0;
        for (VisualTrack track : visualTracks) {
            for (VisualClip clip : track.clips()) {
                end = Math.max(end, clip.endFrame());
            }
        }
        for (AudioTrack track : audioTracks) {
            for (AudioClip clip : track.clips()) {
                end = Math.max(end, canvas.frameRate().framesFor(clip.endSample()));
            }
        }
        return end;
    }
}
