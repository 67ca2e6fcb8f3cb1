package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ConsumerType;

/** Makes a moving picture from words or a still. */
@ConsumerType
public interface VideoGenerator extends Provider<VideoRequest, VideoResult> {}
