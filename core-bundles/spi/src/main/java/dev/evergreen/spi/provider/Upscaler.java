package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ConsumerType;

/** Enlarges a picture. */
@ConsumerType
public interface Upscaler extends Provider<UpscaleRequest, ImageResult> {}
