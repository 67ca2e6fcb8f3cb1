package dev.evergreen.kit.picture;

import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.VideoFrame;

/** Works on whole frames. */
public final class Frames {
    private Frames() {}

    /** Copies colours, and alpha where the target has some; a source without alpha is opaque. */
    public static void copy(VideoFrame source, VideoFrame target) {
        for (int i = 0; i < 3; i++) {
            Rows.copyRows(
                    source.plane(i), 0, target.plane(i), 0, target.plane(i).height());
        }
        Plane alpha = target.alpha();
        if (alpha != null) {
            if (source.alpha() == null) {
                fill(alpha, 255);
            } else {
                Rows.copyRows(source.alpha(), 0, alpha, 0, alpha.height());
            }
        }
    }

    /** Fills a plane with one value. */
    public static void fill(Plane plane, int value) {
        int[] row = new int[(plane.width() + 3) / 4];
        java.util.Arrays.fill(row, (value & 255) * 0x01010101);
        for (int y = 0; y < plane.height(); y++) {
            plane.write(y, row);
        }
    }

    /** Replaces each value of a plane by what a table of 256 says. */
    public static void look(Plane source, byte[] table, Plane target) {
        byte[] row = new byte[target.width()];
        for (int y = 0; y < target.height(); y++) {
            source.data().get(y * source.stride(), row);
            for (int x = 0; x < row.length; x++) {
                row[x] = table[row[x] & 255];
            }
            target.data().put(y * target.stride(), row);
        }
    }
}
