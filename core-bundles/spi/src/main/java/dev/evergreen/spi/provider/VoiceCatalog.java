package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ConsumerType;

/** Lists the voices a synthesizer has. */
@ConsumerType
public interface VoiceCatalog extends Provider<VoiceCatalogRequest, VoiceCatalogResult> {}
