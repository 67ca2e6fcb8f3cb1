package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears words and their times. */
@ConsumerType
public interface Transcriber extends Provider<TranscriptionRequest, TranscriptionResult> {}
