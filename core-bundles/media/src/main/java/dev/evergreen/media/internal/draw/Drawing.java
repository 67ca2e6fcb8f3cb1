package dev.evergreen.media.internal.draw;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.picture.LayerScratch;

/** Something that is drawn over what a picture holds. Used by one thread. */
interface Drawing extends AutoCloseable {
    /** Whether it leaves nothing of what lies below. */
    boolean covers();

    void draw(long frame, Picture target, LayerScratch scratch) throws MediaException;

    @Override
    default void close() {}
}
