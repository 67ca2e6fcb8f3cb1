package dev.evergreen.media.internal.render;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.compile.PlacedClip;
import dev.evergreen.media.internal.compile.PlacedOverlay;
import dev.evergreen.media.internal.compile.SegmentPlan;
import dev.evergreen.media.internal.compile.Span;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.media.internal.sound.Crossing;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.spi.export.AudioEncoding;
import dev.evergreen.spi.timeline.AudioClip;
import dev.evergreen.spi.timeline.EffectUse;
import dev.evergreen.spi.timeline.FrameRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keys under which pieces are kept: digests of everything that goes into them. */
final class PlanKeys {
    private final String engine;
    private final Map<String, String> versions;
    private final Plugins plugins;

    /**
     * @param engine what tells this build of the engine and its natives from others
     * @param versions of the plugins in use, by id
     */
    PlanKeys(String engine, Map<String, String> versions, Plugins plugins) {
        this.engine = engine;
        this.versions = versions;
        this.plugins = plugins;
    }

    String key(SegmentPlan plan) throws MediaException {
        Map<String, String> used = new TreeMap<>();
        boolean filmTime = false;
        for (PlacedClip clip : clips(plan)) {
            for (EffectUse use : clip.clip().effects()) {
                used.put(use.pluginId(), versions.getOrDefault(use.pluginId(), ""));
                filmTime |= filmTime(use, clip);
            }
        }
        for (Span span : plan.base()) {
            if (span.transition() != null) {
                String id = span.transition().pluginId();
                used.put(id, versions.getOrDefault(id, ""));
            }
        }
        return Json.digest(engine, used, filmTime ? plan : plan.withoutPlace());
    }

    private boolean filmTime(EffectUse use, PlacedClip clip) throws MediaException {
        EffectRequest request =
                new EffectRequest(use.parameters(), use.curves(), clip.clip().durationFrames(), clip.seed());
        VideoEffect declarative = plugins.videoEffect(use.pluginId());
        if (declarative != null) {
            return plugins.call(use.pluginId(), () -> declarative.temporal(request))
                    .filmTime();
        }
        FrameEffect computed = plugins.frameEffect(use.pluginId());
        return computed != null
                && plugins.call(use.pluginId(), () -> computed.temporal(request))
                        .filmTime();
    }

    private static List<PlacedClip> clips(SegmentPlan plan) {
        List<PlacedClip> clips = new ArrayList<>();
        for (Span span : plan.base()) {
            if (span.clip() != null) {
                clips.add(span.clip());
            }
            if (span.leaving() != null) {
                clips.add(span.leaving());
            }
        }
        for (PlacedOverlay overlay : plan.overlays()) {
            clips.add(overlay.clip());
        }
        return clips;
    }

    String soundKey(
            List<AudioClip> clips,
            Map<String, Crossing> crossings,
            AudioEncoding encoding,
            long samples,
            FrameRate rate) {
        Map<String, String> used = new TreeMap<>();
        for (AudioClip clip : clips) {
            for (EffectUse use : clip.effects()) {
                used.put(use.pluginId(), versions.getOrDefault(use.pluginId(), ""));
            }
        }
        return Json.digest(engine, used, clips, crossings, encoding, samples, rate);
    }
}
