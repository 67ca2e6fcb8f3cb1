package dev.evergreen.provider.offline.illustrator.internal.picture;

import dev.evergreen.provider.offline.illustrator.internal.colour.Noise;

/** A tile of washi streaks, mottling and grain, and one of edge wobble. Made once, the same on every machine. */
final class PaperTexture {
    static final int COLUMNS = 512;
    static final int ROWS = 256;

    private static final PaperTexture INSTANCE = new PaperTexture();

    private final byte[] tone = new byte[COLUMNS * ROWS];
    private final byte[] wobbleX = new byte[COLUMNS * ROWS];
    private final byte[] wobbleY = new byte[COLUMNS * ROWS];

    private PaperTexture() {
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int i = row * COLUMNS + column;
                tone[i] = tone(column * 2, row * 2);
                wobbleX[i] = wobble(column * 2, row * 2, 6);
                wobbleY[i] = wobble(column * 2, row * 2, 8);
            }
        }
    }

    static PaperTexture get() {
        return INSTANCE;
    }

    /** Lightness, -128 to 127, to be read as parts of 256. */
    byte[] tone() {
        return tone;
    }

    /** Displacement, in parts of 256 of the layer's wobble. */
    byte[] wobbleX() {
        return wobbleX;
    }

    byte[] wobbleY() {
        return wobbleY;
    }

    /** Noise along the axes would look like scan lines: the lattice is turned by 45 degrees and its domain warped. */
    private static byte tone(int x, int y) {
        double warpX = Noise.tiling((x + y) / 64.0, (x - y) / 64.0, 8, 8, 11) * 34;
        double warpY = Noise.tiling((x + y) / 64.0, (x - y) / 64.0, 8, 8, 12) * 34;
        double px = x + warpX;
        double py = y + warpY;
        double streaks = Noise.tiling(px / 64.0, py / 4.0, 16, 128, 3);
        double mottling = Noise.tiling((px + py) / 64.0, (px - py) / 64.0, 8, 8, 4) * .5
                + Noise.tiling(px / 128.0, py / 64.0, 8, 8, 14) * .2
                + Noise.tiling((x + y) / 16.0, (x - y) / 16.0, 32, 32, 5) * .3;
        double grain = (Noise.hash(x, y) & 255) / 255.0;
        return (byte) ((streaks - .5) * 10 + (mottling - .5) * 38 + (grain - .5) * 18);
    }

    private static byte wobble(int x, int y, int seed) {
        double broad = Noise.tiling(x / 32.0, y / 32.0, 32, 16, seed) - .5;
        double fine = Noise.tiling(x / 8.0, y / 8.0, 128, 64, seed + 1) - .5;
        return (byte) Math.round(broad * 60 + fine * 24);
    }
}
