package dev.evergreen.transition.whippan.internal;

import dev.evergreen.spi.effect.EffectPlugin;
import dev.evergreen.spi.effect.EffectRequest;
import dev.evergreen.spi.effect.FrameTransition;
import dev.evergreen.spi.effect.MediaFormat;
import dev.evergreen.spi.effect.Plane;
import dev.evergreen.spi.effect.TransitionSession;
import dev.evergreen.spi.timeline.Easing;
import org.osgi.service.component.annotations.Component;

/** Moves both pictures sideways with the blur of an open shutter: the mean of all places a pixel passes. */
@Component(property = EffectPlugin.ID + "=evergreen.whip-pan")
public final class WhipPan implements FrameTransition {
    /** Share of the time from one frame to the next for which a film camera's shutter is open (180 degrees), times what looks swift. */
    private static final double SHUTTER = 0.9;
    /** Of the way at either end: where the eye sees the picture start and rest. */
    private static final double MOMENT = 0.06;

    @Override
    public TransitionSession open(EffectRequest request, MediaFormat in) {
        double distance = request.number("distance", 2);
        boolean left = request.text("direction", "left").equals("left");
        long[] sums = new long[in.width() + 1];
        long[] others = new long[in.width() + 1];
        return (from, to, progress, target) -> {
            double place = Easing.EASE_IN_OUT.at(progress) * distance;
            double speed = Easing.EASE_IN_OUT.at(progress + MOMENT / 2) - Easing.EASE_IN_OUT.at(progress - MOMENT / 2);
            double open = speed * distance * SHUTTER;
            for (int i = 0; i < 3; i++) {
                pan(from.plane(i), to.plane(i), target.plane(i), new Shot(left, distance, place, open), sums, others);
            }
        };
    }

    /**
     * A moment of the pan, in widths of the picture.
     *
     * @param distance from the first picture to the second
     * @param place how far the camera is
     * @param open how far it goes while the shutter is open
     */
    private record Shot(boolean left, double distance, double place, double open) {}

    private static void pan(Plane from, Plane to, Plane target, Shot shot, long[] sums, long[] others) {
        int width = target.width();
        double half = Math.max(0.5, shot.open() * width / 2);
        double start = shot.place() * width;
        double reach = shot.distance() * width;
        for (int y = 0; y < target.height(); y++) {
            add(from, y, sums);
            add(to, y, others);
            int at = y * target.stride();
            for (int x = 0; x < width; x++) {
                double middle = start + (shot.left() ? x : width - 1 - x) + 0.5;
                double value = (until(middle + half, sums, others, width, reach, shot.left())
                                - until(middle - half, sums, others, width, reach, shot.left()))
                        / (2 * half);
                target.data().put(at + x, (byte) (int) (value + 0.5));
            }
        }
    }

    private static void add(Plane plane, int y, long[] sums) {
        for (int x = 0; x < plane.width(); x++) {
            sums[x + 1] = sums[x] + (plane.data().get(y * plane.stride() + x) & 0xff);
        }
    }

    /**
     * The sum of the strip up to a place: the first picture and its mirror images up to the middle of the way, the second one and its
     * mirror images after it.
     */
    private static double until(double place, long[] sums, long[] others, int width, double reach, boolean left) {
        double change = (reach + width) / 2;
        if (place <= change) {
            return mirrored(place, sums, width, left);
        }
        return mirrored(change, sums, width, left)
                + mirrored(place - reach, others, width, left)
                - mirrored(change - reach, others, width, left);
    }

    /** The sum of a row that goes on as its own mirror image in both directions. */
    private static double mirrored(double place, long[] sums, int width, boolean left) {
        double tile = Math.floor(place / width);
        double within = place - tile * width;
        boolean forward = ((long) tile & 1) == 0 == left;
        double part = forward ? at(sums, within) : sums[width] - at(sums, width - within);
        return tile * sums[width] + part;
    }

    private static double at(long[] sums, double place) {
        int whole = (int) place;
        return place == whole ? sums[whole] : sums[whole] + (place - whole) * (sums[whole + 1] - sums[whole]);
    }
}
