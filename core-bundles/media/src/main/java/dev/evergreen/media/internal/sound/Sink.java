package dev.evergreen.media.internal.sound;

/** Takes stereo samples, one block after the other. */
@FunctionalInterface
interface Sink {
    void accept(float[] left, float[] right, int n);
}
