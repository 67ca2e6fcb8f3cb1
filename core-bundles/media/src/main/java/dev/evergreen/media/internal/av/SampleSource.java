package dev.evergreen.media.internal.av;

/** Stereo samples at 48 kHz, one after the other. */
public interface SampleSource extends AutoCloseable {
    /** Reads up to {@code n} samples to {@code offset}; fewer only at the end. */
    int read(float[] left, float[] right, int offset, int n);

    @Override
    void close();
}
