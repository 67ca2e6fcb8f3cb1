package dev.evergreen.media.internal.render;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.media.internal.text.Fonts;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.AudioTrack;
import dev.evergreen.spi.timeline.EffectUse;
import dev.evergreen.spi.timeline.TimelineSnapshot;
import dev.evergreen.spi.timeline.VisualClip;
import dev.evergreen.spi.timeline.VisualTrack;
import java.util.Map;
import java.util.TreeMap;

/** Finds out before any frame is drawn what could not be drawn. */
final class Inspection {
    private final Plugins plugins;
    private final Fonts fonts;
    private final Map<String, String> versions = new TreeMap<>();

    Inspection(Plugins plugins, Fonts fonts) {
        this.plugins = plugins;
        this.fonts = fonts;
    }

    /**
     * @return the versions of all plugins that the timeline names, by their ids
     * @throws MediaException of kind MISSING_PLUGIN or INVALID_TIMELINE
     */
    Map<String, String> inspect(TimelineSnapshot timeline) throws MediaException {
        for (VisualTrack track : timeline.visualTracks()) {
            for (VisualClip clip : track.clips()) {
                inspect(clip);
            }
        }
        for (AudioTrack track : timeline.audioTracks()) {
            for (AudioClip clip : track.clips()) {
                for (EffectUse use : clip.effects()) {
                    note("audio effect", use.pluginId());
                }
            }
        }
        new GlyphCoverage(fonts).inspect(timeline);
        return versions;
    }

    private void inspect(VisualClip clip) throws MediaException {
        for (EffectUse use : clip.effects()) {
            note("effect", use.pluginId());
        }
        if (clip.transition() != null) {
            note("transition", clip.transition().pluginId());
        }
    }

    private void note(String what, String id) throws MediaException {
        versions.put(id, plugins.version(what, id));
    }
}
