package dev.evergreen.domain.telemetry;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that keeps the node's state, in this process or on a server, as the adapter that uses it sees it. Each adapter at
 * work registers one as a service.
 */
@ConsumerType
public interface Backing {
    /** As known from the latest use; asks nobody and answers at once. */
    BackingState state();
}
