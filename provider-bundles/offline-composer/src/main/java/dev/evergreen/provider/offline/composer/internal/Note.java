package dev.evergreen.provider.offline.composer.internal;

/**
 * A note of the score.
 *
 * @param part who plays it
 * @param start in seconds
 * @param length in seconds until it is released
 * @param key MIDI number, 60 is middle C
 * @param velocity 0 to 1
 * @param pan -1 (left) to 1 (right)
 */
record Note(Part part, double start, double length, int key, double velocity, double pan) {
    /** The players. */
    enum Part {
        PAD,
        PIANO,
        PLUCK,
        BELL,
        BASS,
        SHAKER
    }

    double hertz() {
        return 440 * Math.pow(2, (key - 69) / 12.0);
    }
}
