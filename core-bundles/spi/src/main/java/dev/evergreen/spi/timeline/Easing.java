package dev.evergreen.spi.timeline;

/** How a value goes from one keyframe to the next. */
public enum Easing {
    LINEAR,
    EASE_IN,
    EASE_OUT,
    EASE_IN_OUT,
    /** Stays at the keyframe's value until the next keyframe. */
    HOLD;

    /**
     * @param progress of the way between two keyframes, 0 to 1
     * @return of the way between their values, 0 to 1. The curves are cubic; {@code EASE_IN_OUT} is Perlin's smootherstep,
     *     whose speed and acceleration are zero at both ends.
     */
    public double at(double progress) {
        double p = Math.max(0, Math.min(1, progress));
        double rest = 1 - p;
        return switch (this) {
            case LINEAR -> p;
            case EASE_IN -> p * p * p;
            case EASE_OUT -> 1 - rest * rest * rest;
            case EASE_IN_OUT -> p * p * p * (p * (p * 6 - 15) + 10);
            case HOLD -> p < 1 ? 0 : 1;
        };
    }
}
