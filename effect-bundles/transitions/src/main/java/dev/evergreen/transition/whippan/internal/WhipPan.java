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
        int[] sums = new int[(int) Math.ceil(in.width() * (2 + distance)) + 2];
        return (from, to, progress, target) -> {
            double opens = Easing.EASE_IN_OUT.at(progress - SHUTTER);
            double closes = Easing.EASE_IN_OUT.at(progress + SHUTTER);
            double place = (opens + closes) / 2;
            for (int i = 0; i < 3; i++) {
                int width = target.plane(i).width();
                int seen = Math.max(1, (int) Math.round((closes - opens) * distance * width));
                int start = (int) Math.round(place * distance * width - (seen - 1) / 2.0);
                Strip strip = new Strip(width, (int) Math.round(distance * width), left);
                for (int y = 0; y < target.plane(i).height(); y++) {
                    strip.add(from.plane(i), to.plane(i), y, start, width + seen, sums);
                    average(sums, seen, target.plane(i), y, left);
                }
            }
        };
    }

    private static void average(int[] sums, int seen, Plane target, int y, boolean left) {
        float share = 1f / seen;
        int at = y * target.stride() + (left ? 0 : target.width() - 1);
        int step = left ? 1 : -1;
        for (int x = 0; x < target.width(); x++) {
            target.data().put(at + step * x, (byte) (int) ((sums[x + seen] - sums[x]) * share + 0.5f));
        }
    }

    /**
     * What the camera passes: the first picture, then its mirror image and so on up to the middle; from there the same way to the second.
     *
     * @param reach from the first picture to the second, in pixels
     * @param left whether the pictures move to the left; else the strip runs the other way
     */
    private record Strip(int width, int reach, boolean left) {
        void add(Plane from, Plane to, int y, int start, int count, int[] sums) {
            int change = (reach + width) / 2;
            int sum = 0;
            for (int i = 0; i < count; i++) {
                sums[i] = sum;
                int place = start + i;
                sum += place < change ? pixel(from, y, place) : pixel(to, y, place - reach);
            }
            sums[count] = sum;
        }

        private int pixel(Plane plane, int y, int place) {
            int within = Math.floorMod(place, 2 * width);
            int x = within < width ? within : 2 * width - 1 - within;
            return plane.data().get(y * plane.stride() + (left ? x : width - 1 - x)) & 0xff;
        }
    }
}
