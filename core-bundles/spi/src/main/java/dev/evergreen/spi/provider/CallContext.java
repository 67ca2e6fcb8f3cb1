package dev.evergreen.spi.provider;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** The engine's side of one call. Thread-safe. */
@ProviderType
public interface CallContext {
    /** Unique per intent: the vendor's idempotency key where it has one. The same over polls and restarts. */
    String id();

    /** When the answer is useless. */
    Instant deadline();

    /** Where files of this call go. */
    Workspace workspace();

    /** The only way to fetch an address that a vendor or a person gave. */
    Downloads downloads();

    /** @throws ProviderException of kind {@code CANCELLED} when the caller no longer wants the result */
    void throwIfCancelled() throws ProviderException;

    /** Runs the action once when the call is cancelled, at once if it already is; close to withdraw it. */
    AutoCloseable onCancel(Runnable action);

    /** @param fraction 0 to 1 */
    void progress(double fraction);

    /** Stored before it returns; see {@link Pollable}. */
    void checkpoint(Checkpoint checkpoint);

    /** Something the caller should be told, for example a parameter that was ignored. */
    void warn(String message);

    /** A piece of a streamed text. */
    void partial(String text);
}
