package dev.evergreen.media;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Small files that stand for a medium, the caller's to keep or to delete.
 *
 * @param thumbnails pictures of equal width side by side, evenly spread over the medium, in one JPEG (PNG where the medium is
 *     transparent); absent for sound
 * @param thumbnailCount how many there are; 0 for sound
 * @param proxy a moving picture of at most 640 pixels a side as H.264 with a key frame every half second, and AAC; absent where
 *     the medium is not larger itself
 * @param peaks the lowest and highest sample of every 256 (both channels together, 48 kHz) in version 2 of the data format of
 *     audiowaveform: six little-endian 32-bit numbers (2, 0 for 16 bits, 48000, 256, count of pairs, 1 channel), then the
 *     pairs as signed 16-bit numbers; absent where there is no sound
 */
public record CompanionFiles(
        Optional<Path> thumbnails, int thumbnailCount, Optional<Path> proxy, Optional<Path> peaks) {}
