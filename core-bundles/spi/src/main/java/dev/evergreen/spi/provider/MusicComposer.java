package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ConsumerType;

/** Composes a music bed of an exact length. */
@ConsumerType
public interface MusicComposer extends Provider<MusicRequest, SoundResult> {}
