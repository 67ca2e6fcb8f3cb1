package dev.evergreen.media.internal.draw;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.AvException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.av.PictureFilter;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Temporal;
import org.jspecify.annotations.Nullable;

/** Frames changed by a graph of filters. */
final class GraphSource implements FrameSource {
    private static final int PATIENCE = 24;

    private final String pluginId;
    private final FrameSource input;
    private final FilterGraph graph;
    private final MediaFormat format;
    private final Temporal temporal;
    private final Picture drawn;
    private @Nullable PictureFilter filter;
    private long pushed;
    private long pulled = -1;

    /** Owns the input from now on. */
    GraphSource(String pluginId, FrameSource input, FilterGraph graph, MediaFormat format, Temporal temporal) {
        this.pluginId = pluginId;
        this.input = input;
        this.graph = graph;
        this.format = format;
        this.temporal = temporal;
        drawn = new Picture(format.width(), format.height());
    }

    @Override
    public void draw(long frame, Picture target) throws MediaException {
        try {
            PictureFilter running = filter;
            if (running == null || frame <= pulled || frame > pulled + PATIENCE && pulled >= 0) {
                if (running != null) {
                    running.close();
                }
                pushed = Math.max(0, frame - temporal.before());
                running = new PictureFilter(graph, format, pushed);
                filter = running;
                pulled = -1;
            }
            long limit = frame + temporal.after() + PATIENCE;
            while (pulled < frame) {
                long number = running.pull(target);
                if (number >= 0) {
                    pulled = number;
                } else if (pushed > limit) {
                    throw new AvException("no frame comes out for frame " + frame, -1);
                } else {
                    input.draw(pushed, drawn);
                    running.push(0, drawn, pushed);
                    pushed++;
                }
            }
        } catch (AvException e) {
            throw new MediaException(
                    MediaException.Kind.PLUGIN_FAILED,
                    "The filters of the effect " + pluginId + " failed: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public void close() {
        if (filter != null) {
            filter.close();
        }
        drawn.close();
        input.close();
    }
}
