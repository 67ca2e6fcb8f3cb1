package dev.evergreen.media.internal.draw;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.picture.LayerScratch;

/** The frames of a drawing on a background. */
final class ClipSource implements FrameSource {
    private final Drawing drawing;
    private final int[] background;
    private final LayerScratch scratch;

    /** Owns the drawing from now on. */
    ClipSource(Drawing drawing, int[] background, LayerScratch scratch) {
        this.drawing = drawing;
        this.background = background;
        this.scratch = scratch;
    }

    @Override
    public void draw(long frame, Picture target) throws MediaException {
        if (!drawing.covers()) {
            target.fill(background);
        }
        drawing.draw(frame, target, scratch);
    }

    @Override
    public void close() {
        drawing.close();
    }
}
