package dev.evergreen.media.internal.draw;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.spi.effect.AlphaUse;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Temporal;
import dev.evergreen.spi.effect.VideoFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Frames changed by a plugin that computes pixels itself. */
final class SessionSource implements FrameSource {
    private final String pluginId;
    private final Plugins plugins;
    private final FrameSource input;
    private final FrameSession session;
    private final Temporal temporal;
    private final boolean transparent;
    private final boolean seesAlpha;
    private final long lastFrame;
    private final Picture[] kept;
    private final long[] keptNumbers;

    /**
     * Owns input and session from now on.
     *
     * @param lastFrame of the clip, which stands in for those after it
     */
    SessionSource(
            String pluginId,
            Plugins plugins,
            FrameSource input,
            FrameSession session,
            Temporal temporal,
            AlphaUse alpha,
            long lastFrame,
            MediaFormat format) {
        this.pluginId = pluginId;
        this.plugins = plugins;
        this.input = input;
        this.session = session;
        this.temporal = temporal;
        this.lastFrame = lastFrame;
        transparent = input.transparent() || alpha == AlphaUse.MAKES;
        seesAlpha = alpha != AlphaUse.PASSES;
        kept = new Picture[temporal.before() + 1 + temporal.after()];
        keptNumbers = new long[kept.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = new Picture(format.width(), format.height(), transparent);
            keptNumbers[i] = -1;
        }
    }

    @Override
    public boolean transparent() {
        return transparent;
    }

    @Override
    public void draw(long frame, Picture target) throws MediaException {
        List<VideoFrame> window = new ArrayList<>(kept.length);
        for (long n = frame - temporal.before(); n <= frame + temporal.after(); n++) {
            long shown = n < 0 ? 0 : n > frame && n > lastFrame ? Math.max(frame, lastFrame) : n;
            window.add(seen(picture(shown), shown));
        }
        plugins.call(
                pluginId,
                () -> {
                    session.apply(window, temporal.before(), seen(target, frame));
                    return true;
                },
                () -> {
                    target.abandon();
                    Arrays.asList(kept).forEach(Picture::abandon);
                });
        if (transparent && !seesAlpha) {
            target.copy(picture(frame), 3);
        }
    }

    private VideoFrame seen(Picture picture, long number) {
        return seesAlpha ? picture.asTransparentFrame(number) : picture.asFrame(number);
    }

    private Picture picture(long number) throws MediaException {
        int slot = (int) (number % kept.length);
        if (keptNumbers[slot] != number) {
            input.draw(number, kept[slot]);
            keptNumbers[slot] = number;
        }
        return kept[slot];
    }

    @Override
    public void close() {
        try {
            plugins.close(pluginId, session);
        } finally {
            for (Picture picture : kept) {
                picture.close();
            }
            input.close();
        }
    }
}
