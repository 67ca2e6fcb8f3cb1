package dev.evergreen.spi.provider;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Implemented by plugins that can tell their vendor's health without spending anything. Registered as a service of its own with the
 * properties {@link ProviderProperties#PLUGIN_ID} and {@link ProviderProperties#ACCOUNT}; the engine asks now and then about
 * accounts that are left alone or were not used for long.
 */
@ConsumerType
public interface HealthProbe {
    /** Answers within the timeout; a failure is an answer, not an exception. */
    Health probe(Duration timeout);
}
