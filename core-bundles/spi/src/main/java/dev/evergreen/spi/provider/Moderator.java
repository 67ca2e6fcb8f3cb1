package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ConsumerType;

/** Judges content before it is sent or shown. */
@ConsumerType
public interface Moderator extends Provider<ModerationRequest, ModerationResult> {}
