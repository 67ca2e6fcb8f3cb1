package dev.evergreen.spi.provider;

/**
 * @param image the picture
 * @param factor 2 or 4
 */
public record UpscaleRequest(MediaFile image, int factor) implements Request<ImageResult> {}
