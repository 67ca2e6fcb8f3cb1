package dev.evergreen.media.internal.draw;

import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.picture.LayerScratch;

/** A picture shown whole: its drawing in the middle of a region, bars around it. */
final class FittedDrawing implements Drawing {
    private final SolidDrawing bars;
    private final Drawing picture;

    FittedDrawing(SolidDrawing bars, Drawing picture) {
        this.bars = bars;
        this.picture = picture;
    }

    /** The part of a region that a picture of the given size fills when all of it is to be seen. */
    static Region inside(Region region, int width, int height) {
        double scale = Math.min((double) region.width() / width, (double) region.height() / height);
        int w = Math.max(8, Math.min(region.width(), (int) Math.round(width * scale / 8) * 8));
        int h = Math.max(2, Math.min(region.height(), (int) Math.round(height * scale / 2) * 2));
        int x = region.x() + (region.width() - w) / 2 / 8 * 8;
        int y = region.y() + (region.height() - h) / 2 / 2 * 2;
        return new Region(x, y, w, h);
    }

    @Override
    public boolean covers() {
        return bars.covers();
    }

    @Override
    public void draw(long frame, Picture target, LayerScratch scratch) throws dev.evergreen.media.MediaException {
        bars.draw(frame, target, scratch);
        picture.draw(frame, target, scratch);
    }

    @Override
    public void close() {
        try {
            picture.close();
        } finally {
            bars.close();
        }
    }
}
