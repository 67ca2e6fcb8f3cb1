package dev.evergreen.domain.telemetry;

import org.osgi.annotation.versioning.ProviderType;

/** Tells whether everything that should run on this node does. */
@ProviderType
public interface Readiness {
    /** Looks at every bundle and component now; takes a few milliseconds and changes nothing. */
    ReadinessReport check();
}
