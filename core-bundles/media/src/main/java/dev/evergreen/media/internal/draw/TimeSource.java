package dev.evergreen.media.internal.draw;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.picture.Kernels;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.spi.effect.MediaFormat;
import java.util.function.LongToDoubleFunction;

/** Frames in another time. */
final class TimeSource implements FrameSource {
    /** A frame further from a whole number than this is a mixture of two. */
    private static final double WHOLE = 1.0 / 512;

    private final String pluginId;
    private final Plugins plugins;
    private final FrameSource input;
    private final LongToDoubleFunction frames;
    private final Picture later;

    /** Owns the input from now on. */
    TimeSource(String pluginId, Plugins plugins, FrameSource input, LongToDoubleFunction frames, MediaFormat format) {
        this.pluginId = pluginId;
        this.plugins = plugins;
        this.input = input;
        this.frames = frames;
        later = new Picture(format.width(), format.height(), input.transparent());
    }

    @Override
    public boolean transparent() {
        return input.transparent();
    }

    @Override
    public void draw(long frame, Picture target) throws MediaException {
        double shown = plugins.call(pluginId, () -> frames.applyAsDouble(frame));
        if (!Double.isFinite(shown)) {
            throw new MediaException(
                    MediaException.Kind.PLUGIN_FAILED,
                    "The plugin " + pluginId + " shows frame " + shown + " at frame " + frame + ", which is no number");
        }
        double held = Math.max(0, shown);
        long first = (long) Math.floor(held + WHOLE);
        double rest = held - first;
        input.draw(first, target);
        if (rest > WHOLE) {
            input.draw(first + 1, later);
            mix(target, (int) Math.round(256 * rest));
        }
    }

    private void mix(Picture target, int share) {
        for (int i = 0; i < (transparent() ? 4 : 3); i++) {
            int ints = (target.plane(i).width() + 3) / 4;
            int[] row = new int[ints];
            int[] other = new int[ints];
            for (int y = 0; y < target.plane(i).height(); y++) {
                target.read(i, y, 0, row, ints);
                later.read(i, y, 0, other, ints);
                Kernels.mix(row, other, share, row, ints);
                target.write(i, y, 0, row, ints);
            }
        }
    }

    @Override
    public void close() {
        later.close();
        input.close();
    }
}
