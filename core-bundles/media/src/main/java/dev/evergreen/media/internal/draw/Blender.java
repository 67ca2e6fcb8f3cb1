package dev.evergreen.media.internal.draw;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.AvException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.av.PictureFilter;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Transition;
import dev.evergreen.spi.effect.TransitionSession;
import dev.evergreen.spi.timeline.TransitionUse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A transition at work on one segment. */
final class Blender implements AutoCloseable {
    /** Draws one side of the transition. */
    @FunctionalInterface
    interface Side {
        /**
         * @param frame of the transition
         */
        void draw(long frame, Picture target) throws MediaException;
    }

    private final TransitionUse use;
    private final Plugins plugins;
    private final Picture from;
    private final Picture to;
    private final @Nullable TransitionSession session;
    private final @Nullable PictureFilter filter;
    private long pushed;

    Blender(TransitionUse use, MediaFormat format, Plugins plugins) throws MediaException {
        this.use = use;
        this.plugins = plugins;
        EffectRequest request = new EffectRequest(use.parameters(), Map.of(), use.frames(), 0);
        FrameTransition computed = plugins.frameTransition(use.pluginId());
        Transition declarative = plugins.transition(use.pluginId());
        if (computed != null) {
            session = plugins.call(use.pluginId(), () -> computed.open(request, format));
            filter = null;
        } else if (declarative != null) {
            FilterGraph graph = plugins.call(use.pluginId(), () -> declarative.render(request, format));
            session = null;
            filter = opened(graph, format);
        } else {
            throw Plugins.missing("transition", use.pluginId());
        }
        from = new Picture(format.width(), format.height());
        to = new Picture(format.width(), format.height());
    }

    private PictureFilter opened(FilterGraph graph, MediaFormat format) throws MediaException {
        if (!graph.takesTwoInputs()) {
            throw new MediaException(
                    MediaException.Kind.PLUGIN_FAILED,
                    "The transition " + use.pluginId() + " does not use its second input");
        }
        try {
            return new PictureFilter(graph, format, 0);
        } catch (AvException e) {
            throw failed(e);
        }
    }

    private MediaException failed(AvException e) {
        return new MediaException(
                MediaException.Kind.PLUGIN_FAILED,
                "The filters of the transition " + use.pluginId() + " failed: " + e.getMessage(),
                e);
    }

    void draw(long frame, Side leaving, Side coming, Picture target) throws MediaException {
        TransitionSession computing = session;
        if (computing != null) {
            leaving.draw(frame, from);
            coming.draw(frame, to);
            double progress = (frame + 1.0) / (use.frames() + 1);
            plugins.call(
                    use.pluginId(),
                    () -> {
                        computing.blend(from.asFrame(frame), to.asFrame(frame), progress, target.asFrame(frame));
                        return true;
                    },
                    () -> List.of(from, to, target).forEach(Picture::abandon));
            return;
        }
        PictureFilter running = filter;
        if (running == null) {
            throw new IllegalStateException("A transition is neither computed nor declared");
        }
        try {
            filtered(running, frame, leaving, coming, target);
        } catch (AvException e) {
            throw failed(e);
        }
    }

    private void filtered(PictureFilter running, long frame, Side leaving, Side coming, Picture target)
            throws MediaException {
        long pulled = -1;
        while (pulled < frame) {
            pulled = running.pull(target);
            if (pulled < 0) {
                if (pushed > use.frames()) {
                    throw new AvException("no frame comes out for frame " + frame, -1);
                }
                long shown = Math.min(pushed, use.frames() - 1L);
                leaving.draw(shown, from);
                coming.draw(shown, to);
                running.push(0, from, pushed);
                running.push(1, to, pushed);
                pushed++;
            }
        }
    }

    @Override
    public void close() {
        try {
            if (session != null) {
                plugins.close(use.pluginId(), session);
            }
        } finally {
            if (filter != null) {
                filter.close();
            }
            from.close();
            to.close();
        }
    }
}
