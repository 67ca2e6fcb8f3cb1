package dev.evergreen.media;

import java.time.Duration;

/**
 * What a file is, as its content says.
 *
 * @param kind what it is for a timeline
 * @param mediaType such as {@code image/png}
 * @param width pixels as shown, after any rotation; 0 for sound
 * @param height pixels as shown, after any rotation; 0 for sound
 * @param duration zero for images
 * @param transparent whether an image has an alpha channel
 * @param audioChannels 0 where there is no sound
 * @param bytes the file's size
 * @param digest {@code sha256:} and 64 hexadecimal digits
 */
public record MediaInfo(
        MediaKind kind,
        String mediaType,
        int width,
        int height,
        Duration duration,
        boolean transparent,
        int audioChannels,
        long bytes,
        String digest) {}
