package dev.evergreen.effect.progressbar.internal;

import dev.evergreen.spi.effect.Plane;

/**
 * A bar on a plane.
 *
 * @param top first row
 * @param height rows
 * @param end where it ends, in pixels from the left
 */
record Bar(int top, int height, double end) {
    void fill(Plane plane, int ground, int groundShare, int value) {
        for (int y = Math.max(0, top); y < Math.min(plane.height(), top + height); y++) {
            for (int x = 0; x < plane.width(); x++) {
                int at = y * plane.stride() + x;
                int before = plane.data().get(at) & 255;
                int behind = before + (((ground - before) * groundShare) >> 8);
                double share = Math.max(0, Math.min(1, end - x));
                plane.data().put(at, (byte) Math.round(behind + (value - behind) * share));
            }
        }
    }
}
