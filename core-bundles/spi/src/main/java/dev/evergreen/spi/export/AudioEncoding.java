package dev.evergreen.spi.export;

import java.util.Objects;

/**
 * How the sound is mastered and coded. It is always stereo at 48 kHz.
 *
 * @param codec the codec
 * @param bitsPerSecond 32,000 to 512,000
 * @param loudness integrated loudness in LUFS (ITU-R BS.1770-4), -40 to -5
 * @param truePeak highest true peak in dBTP, -12 to 0
 */
public record AudioEncoding(AudioCodec codec, int bitsPerSecond, double loudness, double truePeak) {
    public AudioEncoding {
        Objects.requireNonNull(codec, "An encoding has no codec");
        if (bitsPerSecond < 32_000 || bitsPerSecond > 512_000) {
            throw new IllegalArgumentException("The sound's rate is 32000 to 512000 bit/s, but here " + bitsPerSecond);
        }
        if (loudness < -40 || loudness > -5) {
            throw new IllegalArgumentException("The loudness is -40 to -5 LUFS, but here " + loudness);
        }
        if (truePeak < -12 || truePeak > 0) {
            throw new IllegalArgumentException("The true peak is -12 to 0 dBTP, but here " + truePeak);
        }
    }
}
