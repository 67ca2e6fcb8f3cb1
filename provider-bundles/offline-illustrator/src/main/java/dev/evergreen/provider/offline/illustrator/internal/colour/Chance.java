package dev.evergreen.provider.offline.illustrator.internal.colour;

import java.util.Random;

/** Seeded chance: the only source of variation, so the same words always paint the same picture. Not for several threads. */
public final class Chance {
    private final Random random;

    public Chance(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L ^ 0x5DEECE66DL);
        random.nextInt();
    }

    /** 0 to 1. */
    public double next() {
        return random.nextDouble();
    }

    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** 0 to {@code bound} - 1. */
    public int index(int bound) {
        return random.nextInt(bound);
    }

    public int oneOf(int... choices) {
        return choices[random.nextInt(choices.length)];
    }

    public boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** Normally distributed around 0 with a deviation of 1. */
    public double bell() {
        return random.nextGaussian();
    }
}
