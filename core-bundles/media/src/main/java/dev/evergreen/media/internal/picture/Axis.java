package dev.evergreen.media.internal.picture;

/**
 * Where the pixels of a resampled line come from: pixel {@code i} from the position {@code origin + i * step}, where a pixel's
 * centre has its index as position.
 */
public record Axis(double origin, double step) {
    /** The luma axis of a view of {@code length} pixels from {@code start} on, shown on {@code pixels} pixels. */
    public static Axis luma(double start, double length, int pixels) {
        double step = length / pixels;
        return new Axis(start + .5 * step - .5, step);
    }

    /** The axis of chroma that is sited on every other luma pixel (MPEG-2 siting, horizontally). */
    public Axis chromaCosited() {
        return new Axis(origin / 2, step);
    }

    /** The axis of chroma that is sited between two luma pixels (MPEG-2 siting, vertically). */
    public Axis chromaBetween() {
        return new Axis((origin + .5 * step - .5) / 2, step);
    }

    /** The same axis from pixel {@code first} on. */
    public Axis from(int first) {
        return new Axis(origin + first * step, step);
    }

    /** The same axis in a plane that is a part, starting at {@code offset}, of the plane. */
    public Axis within(int offset) {
        return new Axis(origin - offset, step);
    }

    double at(int i) {
        return origin + i * step;
    }
}
