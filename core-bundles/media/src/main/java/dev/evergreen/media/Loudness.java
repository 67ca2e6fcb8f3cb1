package dev.evergreen.media;

/**
 * Loudness as in ITU-R BS.1770-4.
 *
 * @param integrated LUFS; negative infinity for silence
 * @param truePeak dBTP; negative infinity for silence
 */
public record Loudness(double integrated, double truePeak) {
    public boolean silent() {
        return Double.isInfinite(integrated);
    }
}
