package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ConsumerType;

/** Speaks text. */
@ConsumerType
public interface SpeechSynthesizer extends Provider<SpeechRequest, SpeechResult> {}
