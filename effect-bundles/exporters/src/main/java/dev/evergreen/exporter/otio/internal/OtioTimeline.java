package dev.evergreen.exporter.otio.internal;

import dev.evergreen.kit.interchange.Lanes;
import dev.evergreen.kit.interchange.Losses;
import dev.evergreen.spi.export.MediaNames;
import dev.evergreen.spi.timeline.LayeredSource;
import dev.evergreen.spi.timeline.MediaSource;
import dev.evergreen.spi.timeline.SolidSource;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.TitleSource;
import dev.evergreen.spi.timeline.TransitionUse;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A timeline as OpenTimelineIO's objects. */
final class OtioTimeline {
    private final TimelineSnapshot timeline;
    private final Map<String, String> names;
    private final double rate;

    OtioTimeline(TimelineSnapshot timeline) {
        this.timeline = timeline;
        names = MediaNames.of(timeline);
        rate = timeline.canvas().frameRate().framesPerSecond();
    }

    Map<String, Object> timeline() {
        List<Object> tracks = new ArrayList<>();
        for (VisualTrack track : timeline.visualTracks()) {
            tracks.add(track(track.id(), "Video", pictures(track)));
        }
        int number = 0;
        for (List<Lanes.Sound> lane : Lanes.of(timeline)) {
            tracks.add(track("sound-" + ++number, "Audio", sounds(lane)));
        }
        Map<String, Object> stack = object("Stack.1", "tracks");
        stack.put("children", tracks);
        Map<String, Object> whole = object("Timeline.1", "film");
        whole.put("tracks", stack);
        return whole;
    }

    private static Map<String, Object> object(String schema, String name) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("OTIO_SCHEMA", schema);
        object.put("name", name);
        object.put("metadata", Map.of());
        return object;
    }

    private static Map<String, Object> track(String name, String kind, List<Object> children) {
        Map<String, Object> track = object("Track.1", name);
        track.put("kind", kind);
        track.put("children", children);
        return track;
    }

    private List<Object> pictures(VisualTrack track) {
        List<Object> children = new ArrayList<>();
        long at = 0;
        for (VisualClip clip : track.clips()) {
            gap(children, clip.startFrame() - at);
            children.add(picture(clip));
            at = clip.endFrame();
            TransitionUse way = clip.transition();
            if (way != null && followed(track, at)) {
                children.add(transition(way));
            }
        }
        return children;
    }

    private static boolean followed(VisualTrack track, long frame) {
        return track.clips().stream().anyMatch(clip -> clip.startFrame() == frame);
    }

    /** It plays during the first frames of the next clip, so all of it lies behind the cut. */
    private Map<String, Object> transition(TransitionUse way) {
        Map<String, Object> transition = object("Transition.1", way.pluginId());
        transition.put("transition_type", Losses.dissolve(way) ? "SMPTE_Dissolve" : "Custom_Transition");
        transition.put("in_offset", time(0));
        transition.put("out_offset", time(way.frames()));
        return transition;
    }

    private Map<String, Object> picture(VisualClip clip) {
        Map<String, Object> object = object("Clip.2", clip.id());
        double speed = (double) clip.speed().numerator() / clip.speed().denominator();
        object.put("source_range", range(clip.inPointFrame(), clip.durationFrames()));
        if (speed != 1) {
            Map<String, Object> warp = object("LinearTimeWarp.1", "speed");
            warp.put("effect_name", "LinearTimeWarp");
            warp.put("time_scalar", speed);
            object.put("effects", List.of(warp));
        }
        object.put("media_references", Map.of("DEFAULT_MEDIA", reference(clip)));
        object.put("active_media_reference_key", "DEFAULT_MEDIA");
        return object;
    }

    private Map<String, Object> reference(VisualClip clip) {
        if (clip.source() instanceof MediaSource media) {
            return external(names.getOrDefault(media.digest(), ""));
        }
        if (clip.source() instanceof LayeredSource layered) {
            return external(names.getOrDefault(layered.layers().get(0).digest(), ""));
        }
        boolean title = clip.source() instanceof TitleSource;
        Map<String, Object> generator = object("GeneratorReference.1", clip.id());
        generator.put("generator_kind", title ? "Title" : "SolidColor");
        generator.put("parameters", parameters(clip));
        return generator;
    }

    private static Map<String, Object> parameters(VisualClip clip) {
        if (clip.source() instanceof TitleSource title) {
            Map<String, Object> parameters = new LinkedHashMap<>();
            parameters.put("heading", title.heading());
            parameters.put("subheading", title.subheading());
            parameters.put("colour", title.text().hex());
            return parameters;
        }
        return clip.source() instanceof SolidSource solid
                ? Map.of("colour", solid.colour().hex())
                : Map.of();
    }

    private static Map<String, Object> external(String path) {
        Map<String, Object> reference = object("ExternalReference.1", path);
        reference.put("target_url", path);
        return reference;
    }

    private List<Object> sounds(List<Lanes.Sound> lane) {
        List<Object> children = new ArrayList<>();
        long at = 0;
        for (Lanes.Sound sound : lane) {
            gap(children, sound.start() - at);
            Map<String, Object> object = object("Clip.2", sound.clip().id());
            object.put("source_range", range(sound.in(), sound.end() - sound.start()));
            String path = names.getOrDefault(sound.clip().digest(), "");
            object.put("media_references", Map.of("DEFAULT_MEDIA", external(path)));
            object.put("active_media_reference_key", "DEFAULT_MEDIA");
            children.add(object);
            at = sound.end();
        }
        return children;
    }

    private void gap(List<Object> children, long frames) {
        if (frames > 0) {
            Map<String, Object> gap = object("Gap.1", "");
            gap.put("source_range", range(0, frames));
            children.add(gap);
        }
    }

    private Map<String, Object> range(long start, long length) {
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("OTIO_SCHEMA", "TimeRange.1");
        range.put("start_time", time(start));
        range.put("duration", time(length));
        return range;
    }

    private Map<String, Object> time(long frames) {
        Map<String, Object> time = new LinkedHashMap<>();
        time.put("OTIO_SCHEMA", "RationalTime.1");
        time.put("rate", rate);
        time.put("value", (double) frames);
        return time;
    }
}
