package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ConsumerType;

/** Delivers a finished film. */
@ConsumerType
public interface Publisher extends Provider<PublishRequest, PublishResult> {}
