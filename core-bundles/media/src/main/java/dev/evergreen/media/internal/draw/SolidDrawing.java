package dev.evergreen.media.internal.draw;

import dev.evergreen.media.internal.av.Picture;
import dev.evergreen.media.internal.picture.LayerScratch;
import dev.evergreen.spi.timeline.Colour;
import java.util.Arrays;

/** One colour in a rectangle. */
final class SolidDrawing implements Drawing {
    private final Region region;
    private final int opacity;
    private final int[] colour;

    SolidDrawing(Colour colour, Region region, double opacity) {
        this.region = region;
        this.opacity = (int) Math.round(256 * opacity * colour.alpha() / 255);
        this.colour = Yuv.of(colour);
    }

    @Override
    public boolean covers() {
        return opacity == 256;
    }

    @Override
    public void draw(long frame, Picture target, LayerScratch scratch) {
        draw(target, scratch, opacity);
    }

    /**
     * @param share 0 to 256
     */
    void draw(Picture target, LayerScratch scratch, int share) {
        for (int i = 0; i < 3; i++) {
            int shift = i == 0 ? 0 : 1;
            int ints = ((region.width() >> shift) + 3) / 4;
            int[] value = new int[ints];
            int[] alpha = new int[ints];
            Arrays.fill(value, colour[i] * 0x01010101);
            Arrays.fill(alpha, -1);
            for (int y = region.y() >> shift; y < region.y() + region.height() >> shift; y++) {
                if (share == 256) {
                    target.write(i, y, region.x() >> shift + 2, value, ints);
                } else {
                    scratch.over(target, i, y, region.x() >> shift + 2, value, alpha, ints, share);
                }
            }
        }
    }
}
