package dev.evergreen.spi.provider;

import java.util.Optional;

/**
 * @param image the picture to change
 * @param mask transparent where the picture may change; empty for anywhere
 * @param instruction what to change
 * @param seed as in {@link ImageRequest}
 */
public record ImageEditRequest(MediaFile image, Optional<MediaFile> mask, String instruction, long seed)
        implements Request<ImageResult> {}
