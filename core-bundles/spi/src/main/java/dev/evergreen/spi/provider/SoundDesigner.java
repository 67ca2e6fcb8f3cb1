package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ConsumerType;

/** Makes a sound effect from words. */
@ConsumerType
public interface SoundDesigner extends Provider<SoundRequest, SoundResult> {}
