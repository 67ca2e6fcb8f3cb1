package dev.evergreen.spi.provider;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/** Implemented by plugins that can tell their vendor's health without spending anything. */
@ConsumerType
public interface HealthProbe {
    /** Answers within the timeout; a failure is an answer, not an exception. */
    Health probe(Duration timeout);
}
