package dev.evergreen.media.internal.draw;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.picture.LayerScratch;
import dev.evergreen.media.internal.picture.StraightAlpha;
import dev.evergreen.spi.effect.MediaFormat;
import org.jspecify.annotations.Nullable;

/** The frames of a drawing by itself: with alpha where it does not cover everything. */
final class ClipSource implements FrameSource {
    private static final int[] BLACK = {0, 128, 128};
    private static final int[] WHITE = {255, 128, 128};

    private final Drawing drawing;
    private final LayerScratch scratch;
    private final @Nullable Picture onBlack;
    private final @Nullable Picture onWhite;

    /** Owns the drawing from now on. */
    ClipSource(Drawing drawing, MediaFormat format, LayerScratch scratch) {
        this.drawing = drawing;
        this.scratch = scratch;
        onBlack = drawing.covers() ? null : new Picture(format.width(), format.height());
        onWhite = drawing.covers() ? null : new Picture(format.width(), format.height());
    }

    @Override
    public boolean transparent() {
        return onBlack != null;
    }

    @Override
    public void draw(long frame, Picture target) throws MediaException {
        if (onBlack == null || onWhite == null) {
            drawing.draw(frame, target, scratch);
            return;
        }
        // Drawings lay themselves over something; how they look over two grounds tells their alpha.
        onBlack.fill(BLACK);
        drawing.draw(frame, onBlack, scratch);
        onWhite.fill(WHITE);
        drawing.draw(frame, onWhite, scratch);
        StraightAlpha.separate(onBlack, onWhite, target);
    }

    @Override
    public void close() {
        if (onBlack != null) {
            onBlack.close();
        }
        if (onWhite != null) {
            onWhite.close();
        }
        drawing.close();
    }
}
