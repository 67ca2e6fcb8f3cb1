package dev.evergreen.media.internal.draw;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.AlphaPath;
import dev.evergreen.media.internal.compile.PlacedClip;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FilterOption;
import dev.evergreen.spi.effect.FrameEffect;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Temporal;
import dev.evergreen.spi.effect.TimeEffect;
import dev.evergreen.spi.effect.VideoEffect;
import dev.evergreen.spi.timeline.EffectUse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/** Lays a clip's effects over its frames. Declarative effects that follow each other become one graph of filters. */
final class EffectChain {
    private final Plugins plugins;
    private final PlacedClip placed;
    private final MediaFormat format;
    private final List<Declared> waiting = new ArrayList<>();

    /**
     * A declarative effect.
     *
     * @param path of alpha past it
     */
    record Declared(String pluginId, FilterGraph graph, Temporal temporal, AlphaPath path) {
        /** Whether its options change while it runs. */
        boolean animated() {
            return graph.nodes().stream()
                    .anyMatch(
                            node -> node.options().values().stream().anyMatch(FilterOption.Animated.class::isInstance));
        }
    }

    EffectChain(Plugins plugins, PlacedClip placed, MediaFormat format) {
        this.plugins = plugins;
        this.placed = placed;
        this.format = format;
    }

    /** Owns the source from now on, also where it throws. */
    FrameSource over(FrameSource source) throws MediaException {
        FrameSource changed = source;
        try {
            for (EffectUse use : placed.clip().effects()) {
                changed = applied(use, changed);
            }
            return joined(changed);
        } catch (MediaException | RuntimeException e) {
            changed.close();
            throw e;
        }
    }

    private FrameSource applied(EffectUse use, FrameSource source) throws MediaException {
        String id = use.pluginId();
        EffectRequest request =
                new EffectRequest(use.parameters(), use.curves(), placed.clip().durationFrames(), placed.seed());
        VideoEffect declarative = plugins.videoEffect(id);
        if (declarative != null) {
            return declared(id, declarative, request, source);
        }
        FrameSource input = joined(source);
        FrameEffect computed = plugins.frameEffect(id);
        if (computed != null) {
            FrameSession session = plugins.call(id, () -> computed.open(request, format));
            Temporal temporal = plugins.call(id, () -> computed.temporal(request));
            AlphaUse alpha = plugins.call(id, () -> computed.alpha(request));
            return new SessionSource(id, plugins, input, session, temporal, alpha, request.length() - 1, format);
        }
        TimeEffect timed = plugins.timeEffect(id);
        if (timed == null) {
            throw Plugins.missing("effect", id);
        }
        LongToDoubleFunction frames = plugins.call(id, () -> timed.frames(request));
        return new TimeSource(id, plugins, input, frames, format);
    }

    private FrameSource declared(String id, VideoEffect effect, EffectRequest request, FrameSource source)
            throws MediaException {
        FilterGraph graph = plugins.call(id, () -> effect.render(request, format));
        Temporal temporal = plugins.call(id, () -> effect.temporal(request));
        AlphaUse alpha = plugins.call(id, () -> effect.alpha(request));
        boolean transparent =
                source.transparent() || waiting.stream().anyMatch(other -> other.path() != AlphaPath.NONE);
        AlphaPath path = alpha == AlphaUse.MAKES || alpha == AlphaUse.FOLLOWS && transparent
                ? AlphaPath.THROUGH
                : transparent ? AlphaPath.AROUND : AlphaPath.NONE;
        Declared next = new Declared(id, graph, temporal, path);
        FrameSource input = joins(next) ? source : joined(source);
        waiting.add(next);
        return input;
    }

    /** A command reaches a filter at once, so nothing animated may follow a filter that holds frames back. */
    private boolean joins(Declared next) {
        return waiting.isEmpty()
                || waiting.get(0).path() == next.path()
                        && !(next.animated()
                                && waiting.stream()
                                        .anyMatch(before -> before.temporal().after() > 0));
    }

    /** The source with the effects that wait. */
    private FrameSource joined(FrameSource source) {
        if (waiting.isEmpty()) {
            return source;
        }
        GraphSource joined = new GraphSource(source, List.copyOf(waiting), format);
        waiting.clear();
        return joined;
    }
}
