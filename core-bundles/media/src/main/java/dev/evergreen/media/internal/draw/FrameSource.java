package dev.evergreen.media.internal.draw;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.Picture;

/** The frames of a clip, each drawn completely. Used by one thread, mostly in rising order. */
interface FrameSource extends AutoCloseable {
    /** Whether its frames have alpha, which then is written too. */
    boolean transparent();

    /**
     * @param frame counted from the clip's start, at least 0; past the end whatever the clip then shows
     */
    void draw(long frame, Picture target) throws MediaException;

    @Override
    void close();
}
