package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ConsumerType;

/** Makes a picture from a description. */
@ConsumerType
public interface ImageGenerator extends Provider<ImageRequest, ImageResult> {}
