package dev.evergreen.media.internal.draw;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.plugin.Plugins;
import dev.evergreen.spi.effect.FrameSession;
import dev.evergreen.spi.effect.Temporal;
import dev.evergreen.spi.effect.VideoFrame;
import java.util.ArrayList;
import java.util.List;

/** Frames changed by a plugin that computes pixels itself. */
final class SessionSource implements FrameSource {
    private final String pluginId;
    private final FrameSource input;
    private final FrameSession session;
    private final Temporal temporal;
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
            FrameSource input,
            FrameSession session,
            Temporal temporal,
            long lastFrame,
            int width,
            int height) {
        this.pluginId = pluginId;
        this.input = input;
        this.session = session;
        this.temporal = temporal;
        this.lastFrame = lastFrame;
        kept = new Picture[temporal.before() + 1 + temporal.after()];
        keptNumbers = new long[kept.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = new Picture(width, height);
            keptNumbers[i] = -1;
        }
    }

    @Override
    public void draw(long frame, Picture target) throws MediaException {
        List<VideoFrame> window = new ArrayList<>(kept.length);
        for (long n = frame - temporal.before(); n <= frame + temporal.after(); n++) {
            long shown = n < 0 ? 0 : n > frame && n > lastFrame ? Math.max(frame, lastFrame) : n;
            window.add(frame(shown));
        }
        Plugins.call(pluginId, () -> {
            session.apply(window, temporal.before(), target.asFrame(frame));
            return true;
        });
    }

    private VideoFrame frame(long number) throws MediaException {
        int slot = (int) (number % kept.length);
        if (keptNumbers[slot] != number) {
            input.draw(number, kept[slot]);
            keptNumbers[slot] = number;
        }
        return kept[slot].asFrame(number);
    }

    @Override
    public void close() {
        try {
            session.close();
        } finally {
            for (Picture picture : kept) {
                picture.close();
            }
            input.close();
        }
    }
}
