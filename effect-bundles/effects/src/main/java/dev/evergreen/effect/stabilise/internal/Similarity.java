package dev.evergreen.effect.stabilise.internal;

/**
 * Turns, enlarges and shifts: the point {@code (px, py)}, in pixels from the centre, goes to {@code (a * px - b * py + x, b * px + a * py +
 * y)}.
 *
 * @param a size times the cosine of the turn
 * @param b size times the sine of the turn
 */
record Similarity(double a, double b, double x, double y) {
    static final Similarity NONE = new Similarity(1, 0, 0, 0);

    /**
     * @param turn in radians, clockwise on the screen
     * @param logSize natural logarithm of the enlargement
     */
    static Similarity of(double turn, double logSize, double x, double y) {
        double size = Math.exp(logSize);
        return new Similarity(size * Math.cos(turn), size * Math.sin(turn), x, y);
    }

    double turn() {
        return Math.atan2(b, a);
    }

    double logSize() {
        return Math.log(a * a + b * b) / 2;
    }

    /** First this, then the other. */
    Similarity then(Similarity next) {
        return new Similarity(
                next.a * a - next.b * b,
                next.b * a + next.a * b,
                next.a * x - next.b * y + next.x,
                next.b * x + next.a * y + next.y);
    }

    Similarity inverse() {
        double square = a * a + b * b;
        double ia = a / square;
        double ib = -b / square;
        return new Similarity(ia, ib, -(ia * x - ib * y), -(ib * x + ia * y));
    }

    /** The same in a picture of so many times the pixels along a side. */
    Similarity scaled(double factor) {
        return new Similarity(a, b, x * factor, y * factor);
    }
}
