package dev.evergreen.kit.interchange;

import dev.evergreen.spi.export.Loss;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioRole;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.CaptionTrack;
import dev.evergreen.spi.timeline.LayeredSource;
import dev.evergreen.spi.timeline.Placement;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TitleSource;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what of a timeline a format does not carry. */
public final class Losses {
    /** What formats differ in. */
    public enum Feature {
        /** Tracks above the lowest. */
        TRACKS,
        /** Transitions that are neither a cut nor a dissolve. */
        TRANSITIONS,
        TITLES,
        SOLIDS,
        SPEED,
        GAIN,
        FADES,
        CAPTIONS
    }

    private static final String DISSOLVE = "evergreen.cross-dissolve";
    private static final String CUT = "evergreen.cut";

    private final Set<Feature> carried;
    private final List<Loss> losses = new ArrayList<>();

    private Losses(Set<Feature> carried) {
        this.carried = carried;
    }

    /**
     * In the order of the timeline. What no such format carries (camera, effects, layers, ducking) is always named.
     *
     * @param carried what the format does carry
     */
    public static List<Loss> of(TimelineSnapshot timeline, Set<Feature> carried) {
        Losses losses = new Losses(carried.isEmpty() ? EnumSet.noneOf(Feature.class) : EnumSet.copyOf(carried));
        for (int i = 0; i < timeline.visualTracks().size(); i++) {
            VisualTrack track = timeline.visualTracks().get(i);
            losses.unless(i == 0 ? null : Feature.TRACKS, track.id(), "track", "the track is left out");
            for (VisualClip clip : track.clips()) {
                losses.visual(clip);
            }
        }
        for (CaptionTrack track : timeline.captionTracks()) {
            losses.unless(Feature.CAPTIONS, track.id(), "captions", "export the captions as a file of their own");
        }
        boolean voices = timeline.audioTracks().stream()
                .flatMap(track -> track.clips().stream())
                .anyMatch(clip -> clip.role() == AudioRole.VOICE);
        for (AudioTrack track : timeline.audioTracks()) {
            track.clips().forEach(clip -> losses.sound(clip, voices));
        }
        return List.copyOf(losses.losses);
    }

    /** Whether a transition is one that every format knows. */
    public static boolean dissolve(TransitionUse transition) {
        return transition.pluginId().equals(DISSOLVE);
    }

    /** Whether a transition takes time at all; a cut does not. */
    public static boolean takesTime(TransitionUse transition) {
        return !transition.pluginId().equals(CUT);
    }

    private void visual(VisualClip clip) {
        String id = clip.id();
        if (clip.transform().camera().size() > 1) {
            add(id, "camera", "the camera's movement is lost; the whole picture is shown");
        }
        if (!clip.transform().placement().equals(Placement.FULL)) {
            add(id, "placement", "it is shown on the whole canvas and opaque");
        }
        clip.effects().forEach(use -> add(id, "effect", "the effect " + use.pluginId() + " is left out"));
        if (clip.source() instanceof LayeredSource) {
            add(id, "layers", "only the hindmost layer is shown");
        } else if (clip.source() instanceof TitleSource title) {
            unless(Feature.TITLES, id, "title", "the title \"" + title.heading() + "\" is left out");
        } else if (clip.source() instanceof SolidSource) {
            unless(Feature.SOLIDS, id, "colour", "the coloured surface is left out");
        }
        if (clip.speed().numerator() != clip.speed().denominator()) {
            unless(Feature.SPEED, id, "speed", "it plays at its own speed");
        }
        TransitionUse way = clip.transition();
        if (way != null && !dissolve(way) && takesTime(way)) {
            unless(Feature.TRANSITIONS, id, "transition", "a dissolve stands for the transition " + way.pluginId());
        }
    }

    private void sound(AudioClip clip, boolean voices) {
        String id = clip.id();
        clip.effects().forEach(use -> add(id, "effect", "the effect " + use.pluginId() + " is left out"));
        if (!clip.gain().isEmpty()) {
            unless(Feature.GAIN, id, "gain", "it plays at 0 dB");
        }
        if (clip.fadeInSamples() > 0 || clip.fadeOutSamples() > 0) {
            unless(Feature.FADES, id, "fade", "it starts and ends at once");
        }
        if (voices && clip.role() == AudioRole.MUSIC) {
            add(id, "ducking", "the music is not lowered under the voices");
        }
    }

    private void unless(@Nullable Feature feature, String id, String name, String detail) {
        if (feature != null && !carried.contains(feature)) {
            add(id, name, detail);
        }
    }

    private void add(String id, String feature, String detail) {
        losses.add(new Loss(id, feature, detail));
    }
}
