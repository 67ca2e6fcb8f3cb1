package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ConsumerType;

/** Finds licensed pictures and clips. */
@ConsumerType
public interface StockLibrary extends Provider<StockRequest, StockResult> {}
