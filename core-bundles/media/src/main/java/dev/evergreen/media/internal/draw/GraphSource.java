package dev.evergreen.media.internal.draw;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.AlphaPath;
import dev.evergreen.media.internal.av.AvException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.av.PictureFilter;
import dev.evergreen.spi.effect.FilterGraph;
import dev.evergreen.spi.effect.MediaFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Frames changed by a graph of filters. */
final class GraphSource implements FrameSource {
    private static final int PATIENCE = 24;

    private final String pluginIds;
    private final FrameSource input;
    private final List<FilterGraph> graphs;
    private final MediaFormat format;
    private final AlphaPath alpha;
    private final int before;
    private final int after;
    private final Picture drawn;
    private @Nullable PictureFilter filter;
    private long pushed;
    private long pulled = -1;

    /**
     * Owns the input from now on.
     *
     * @param effects of which alpha takes the same path
     */
    GraphSource(FrameSource input, List<EffectChain.Declared> effects, MediaFormat format) {
        this.input = input;
        this.format = format;
        pluginIds = effects.stream().map(EffectChain.Declared::pluginId).collect(Collectors.joining(", "));
        graphs = effects.stream().map(EffectChain.Declared::graph).toList();
        alpha = effects.get(0).path();
        before = effects.stream().mapToInt(effect -> effect.temporal().before()).sum();
        after = effects.stream().mapToInt(effect -> effect.temporal().after()).sum();
        drawn = new Picture(format.width(), format.height(), transparent());
    }

    @Override
    public boolean transparent() {
        return alpha != AlphaPath.NONE;
    }

    @Override
    public void draw(long frame, Picture target) throws MediaException {
        try {
            PictureFilter running = filter;
            if (running == null || frame <= pulled || frame > pulled + PATIENCE && pulled >= 0) {
                if (running != null) {
                    running.close();
                }
                filter = null;
                pushed = Math.max(0, frame - before);
                running = new PictureFilter(graphs, format, pushed, alpha);
                filter = running;
                pulled = -1;
            }
            long limit = frame + after + PATIENCE;
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
                    "The filters of the effect " + pluginIds + " failed: " + e.getMessage(),
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
