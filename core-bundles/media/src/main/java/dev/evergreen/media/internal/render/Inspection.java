package dev.evergreen.media.internal.render;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds out before any frame is drawn what could not be drawn. */
final class Inspection {
    private final Plugins plugins;
    private final Fonts fonts;
    private final Map<String, String> versions = new TreeMap<>();
    private final Map<String, Set<String>> missing = new TreeMap<>();

    Inspection(Plugins plugins, Fonts fonts) {
        this.plugins = plugins;
        this.fonts = fonts;
    }

    /**
     * @return the versions of all plugins that the timeline names, by their ids
     * @throws MediaException of kind MISSING_PLUGIN, naming all that are missing with the clips that use them, or INVALID_TIMELINE
     */
    Map<String, String> inspect(TimelineSnapshot timeline) throws MediaException {
        for (VisualTrack track : timeline.visualTracks()) {
            for (VisualClip clip : track.clips()) {
                clip.effects().forEach(use -> note("effect", use.pluginId(), clip.id()));
                if (clip.transition() != null) {
                    note("transition", clip.transition().pluginId(), clip.id());
                }
            }
        }
        for (AudioTrack track : timeline.audioTracks()) {
            for (AudioClip clip : track.clips()) {
                clip.effects().forEach(use -> note("audio effect", use.pluginId(), clip.id()));
            }
        }
        if (!missing.isEmpty()) {
            StringJoiner all = new StringJoiner("; ");
            missing.forEach((what, clips) -> all.add(what + " of clip " + String.join(", ", clips)));
            throw new MediaException(
                    MediaException.Kind.MISSING_PLUGIN,
                    "The timeline uses what is not installed; install its bundle or take it off the clip: " + all);
        }
        new GlyphCoverage(fonts).inspect(timeline);
        return versions;
    }

    private void note(String what, String id, String clip) {
        plugins.version(id)
                .ifPresentOrElse(
                        version -> versions.put(id, version),
                        () -> missing.computeIfAbsent(what + " " + id, key -> new TreeSet<>())
                                .add(clip));
    }
}
