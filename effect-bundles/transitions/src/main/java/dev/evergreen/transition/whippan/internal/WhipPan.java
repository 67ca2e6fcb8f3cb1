package dev.evergreen.transition.whippan.internal;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.TransitionSession;
import dev.evergreen.spi.timeline.Easing;
import org.osgi.service.component.annotations.Component;

/** Moves both pictures sideways with the blur of an open shutter: the mean of all places that a pixel passes. */
@Component(property = EffectPlugin.ID + "=evergreen.whip-pan")
public final class WhipPan implements FrameTransition {
    /** Of the whole way, on either side of a moment: how long the shutter is open. */
    private static final double SHUTTER = 0.05;

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double distance = request.number("distance", 2);
        boolean left = request.text("direction", "left").equals("left");
        byte[] passed = new byte[(int) Math.ceil(in.width() * (2 + distance)) + 2];
        byte[] row = new byte[in.width()];
        byte[] mirrored = new byte[in.width()];
        return (from, to, progress, target) -> {
            double opens = Easing.EASE_IN_OUT.at(progress - SHUTTER);
            double closes = Easing.EASE_IN_OUT.at(progress + SHUTTER);
            double place = (opens + closes) / 2;
            for (int i = 0; i < 3; i++) {
                Plane plane = target.plane(i);
                int width = plane.width();
                int seen = Math.max(1, (int) Math.round((closes - opens) * distance * width));
                int start = (int) Math.round(place * distance * width - (seen - 1) / 2.0);
                int reach = (int) Math.round(distance * width);
                // The first picture, then its mirror image and so on up to the middle; from there the same way to the
                // second.
                int change = Math.max(0, Math.min(width + seen, (reach + width) / 2 - start));
                for (int y = 0; y < plane.height(); y++) {
                    if (change > 0) {
                        load(from.plane(i), y, left, row, mirrored);
                        lay(row, mirrored, width, start, passed, 0, change);
                    }
                    if (change < width + seen) {
                        load(to.plane(i), y, left, row, mirrored);
                        lay(row, mirrored, width, start - reach + change, passed, change, width + seen);
                    }
                    average(passed, seen, width, left, row);
                    plane.data().put(y * plane.stride(), row, 0, width);
                }
            }
        };
    }

    /** Reads a row as the camera passes it, and its mirror image. */
    private static void load(Plane plane, int y, boolean left, byte[] row, byte[] mirrored) {
        int width = plane.width();
        byte[] forwards = left ? row : mirrored;
        byte[] backwards = left ? mirrored : row;
        plane.data().get(y * plane.stride(), forwards, 0, width);
        for (int x = 0; x < width; x++) {
            backwards[x] = forwards[width - 1 - x];
        }
    }

    /** Fills a piece of what is passed, from a place on that lies in the row, its mirror image, the row again and so on. */
    private static void lay(byte[] row, byte[] mirrored, int width, int place, byte[] passed, int from, int to) {
        int at = from;
        int next = place;
        while (at < to) {
            int within = Math.floorMod(next, width);
            boolean plain = Math.floorMod(Math.floorDiv(next, width), 2) == 0;
            int count = Math.min(to - at, width - within);
            System.arraycopy(plain ? row : mirrored, within, passed, at, count);
            at += count;
            next += count;
        }
    }

    /** Each pixel the mean of so many, from its own place on. */
    private static void average(byte[] passed, int seen, int width, boolean left, byte[] row) {
        // One over the number in 32 bits after the point; exact for more pixels than a row has.
        long share = ((1L << 32) + seen - 1) / seen;
        int sum = seen / 2;
        for (int i = 0; i < seen; i++) {
            sum += passed[i] & 255;
        }
        int at = left ? 0 : width - 1;
        int step = left ? 1 : -1;
        for (int x = 0; x < width; x++) {
            row[at] = (byte) (sum * share >>> 32);
            at += step;
            sum += (passed[x + seen] & 255) - (passed[x] & 255);
        }
    }
}
