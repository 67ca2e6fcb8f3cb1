package dev.evergreen.kit.provider;

import java.util.List;
import java.util.Optional;

/**
 * Proportions of a picture or a film, for models that are told these and not a size.
 *
 * @param width in parts
 * @param height in parts
 */
public record AspectRatio(int width, int height) {
    public AspectRatio {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("The proportions " + width + ":" + height + " are not positive");
        }
    }

    /**
     * Of these the one that is nearest to a size's proportions; empty when there are none.
     *
     * @param ratios as vendors write them, for example {@code 16:9}
     */
    public static Optional<AspectRatio> nearest(List<String> ratios, int width, int height) {
        return PictureSizes.nearest(ratios, width, height).map(size -> new AspectRatio(size.width(), size.height()));
    }

    /**
     * About the size that has these proportions and so many pixels.
     *
     * @param step both sides are whole multiples of it, in pixels
     */
    public PictureSizes.Size ofArea(long pixels, int step) {
        double across = Math.sqrt((double) pixels * width / height);
        return new PictureSizes.Size(stepped(across, step), stepped(across * height / width, step));
    }

    /** The size that has these proportions and a shorter side of so many pixels; both sides are even, as films want them. */
    public PictureSizes.Size ofShortSide(int pixels) {
        double part = (double) pixels / Math.min(width, height);
        return new PictureSizes.Size(stepped(part * width, 2), stepped(part * height, 2));
    }

    /** As {@code 16:9}. */
    @Override
    public String toString() {
        return width + ":" + height;
    }

    private static int stepped(double length, int step) {
        return (int) Math.max(1, Math.round(length / step)) * step;
    }
}
