package dev.evergreen.media.internal.draw;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.picture.LayerScratch;
import dev.evergreen.media.internal.picture.StraightAlpha;

/** Frames that effects have changed, laid into a region. */
final class EffectDrawing implements Drawing {
    private final FrameSource source;
    private final Region region;
    private final int opacity;
    private final Picture picture;

    /** Owns the source from now on. */
    EffectDrawing(FrameSource source, Region region, double opacity) {
        this.source = source;
        this.region = region;
        this.opacity = (int) Math.round(256 * opacity);
        picture = new Picture(region.width(), region.height(), source.transparent());
    }

    @Override
    public boolean covers() {
        return opacity == 256 && !source.transparent();
    }

    @Override
    public void draw(long frame, Picture target, LayerScratch scratch) throws MediaException {
        if (covers() && region.equals(Region.full(target.width(), target.height()))) {
            source.draw(frame, target);
            return;
        }
        source.draw(frame, picture);
        if (source.transparent()) {
            StraightAlpha.over(picture, target, region.x(), region.y(), opacity, scratch);
            return;
        }
        for (int i = 0; i < 3; i++) {
            int ints = (picture.plane(i).width() + 3) / 4;
            int[] row = new int[ints];
            int[] opaque = new int[ints];
            java.util.Arrays.fill(opaque, -1);
            int top = region.y() >> (i == 0 ? 0 : 1);
            int at = region.x() >> (i == 0 ? 2 : 3);
            for (int y = 0; y < picture.plane(i).height(); y++) {
                picture.read(i, y, 0, row, ints);
                if (opacity == 256) {
                    target.write(i, top + y, at, row, ints);
                } else {
                    scratch.over(target, i, top + y, at, row, opaque, ints, opacity);
                }
            }
        }
    }

    @Override
    public void close() {
        picture.close();
        source.close();
    }
}
