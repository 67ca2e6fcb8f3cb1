package dev.evergreen.kit.http;

import dev.evergreen.spi.provider.ProviderException;

/** Hears the pieces of a streamed answer in their order, on a thread of the client. */
@FunctionalInterface
public interface StreamListener<T> {
    /** @throws ProviderException ends the stream and the call with it */
    void heard(T piece) throws ProviderException;
}
