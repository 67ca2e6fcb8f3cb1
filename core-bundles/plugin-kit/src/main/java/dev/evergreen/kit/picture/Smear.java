package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.VideoFrame;

/** Blurs frames in place by three moving averages, which come close to a Gaussian. */
public final class Smear {
    private Smear() {}

    /**
     * Blurs softly in all directions.
     *
     * @param radius pixels of the luma plane, 0 for none
     */
    public static void soften(VideoFrame frame, int radius) {
        for (int i = 0; i < 3; i++) {
            int own = i == 0 ? radius : (radius + 1) / 2;
            if (own > 0) {
                Pixels pixels = Pixels.of(frame.plane(i));
                Box box = new Box(pixels.values(), pixels.width(), pixels.height(), own, -1);
                for (int pass = 0; pass < 3; pass++) {
                    box.across();
                    box.down();
                }
                pixels.write(frame.plane(i));
            }
        }
    }
}
