package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ConsumerType;

/** Turns texts into vectors for similarity. */
@ConsumerType
public interface Embedder extends Provider<EmbeddingRequest, EmbeddingResult> {}
