package dev.evergreen.kit.audio;

/** Levels as people give them and as filters take them. */
public final class Decibels {
    private Decibels() {}

    /** What samples are multiplied by: 1 for 0 dB, half for -6.02 dB. */
    public static double factor(double decibels) {
        return Math.pow(10, decibels / 20);
    }
}
