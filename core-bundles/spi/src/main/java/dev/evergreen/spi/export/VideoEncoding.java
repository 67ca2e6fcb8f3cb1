package dev.evergreen.spi.export;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How the pictures are coded. Whatever is said here, the engine keeps to closed groups of pictures, one encoder thread and
 * the same bytes for the same pictures.
 *
 * @param codec the codec
 * @param quality the codec's constant rate factor, 0 (best) to 63
 * @param maxBitsPerSecond a cap on the rate over one second; 0 for none
 * @param groupOfPicturesFrames from one key frame to the next at most, at least 1
 * @param bFrames between two other frames at most, 0 to 8
 * @param options further options of the encoder, such as {@code preset} and {@code profile}
 */
public record VideoEncoding(
        VideoCodec codec,
        int quality,
        long maxBitsPerSecond,
        int groupOfPicturesFrames,
        int bFrames,
        Map<String, String> options) {
    public VideoEncoding {
        Objects.requireNonNull(codec, "An encoding has no codec");
        require(quality >= 0 && quality <= 63, "The quality is 0 to 63, but here it is " + quality);
        require(maxBitsPerSecond >= 0, "The highest rate cannot be negative, but is " + maxBitsPerSecond);
        require(groupOfPicturesFrames >= 1, "A group of pictures has at least one, but here " + groupOfPicturesFrames);
        require(bFrames >= 0 && bFrames <= 8, "B-frames are 0 to 8, but here " + bFrames);
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
