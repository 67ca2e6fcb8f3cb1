package dev.evergreen.spi.provider;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Implemented beside {@link Provider} by plugins whose vendor works asynchronously. A checkpoint survives restarts and newer plugin
 * versions: every version must read its predecessor's {@link Checkpoint#schema}.
 *
 * @param <R> the capability's result
 */
@ConsumerType
public interface Pollable<R extends Result> {
    /** Asks once how far the vendor is. Never waits. */
    Outcome<R> poll(Checkpoint checkpoint, CallContext call) throws ProviderException;

    /** Asks the vendor to stop; does nothing where the vendor cannot. */
    void cancel(Checkpoint checkpoint, CallContext call) throws ProviderException;
}
