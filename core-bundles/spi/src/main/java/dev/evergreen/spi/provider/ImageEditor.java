package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ConsumerType;

/** Changes a picture by words. */
@ConsumerType
public interface ImageEditor extends Provider<ImageEditRequest, ImageResult> {}
