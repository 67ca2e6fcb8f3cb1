package dev.evergreen.spi.provider;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Implemented beside {@link Provider} by plugins whose vendor can tell afterwards what became of a call, by the idempotency key that
 * it was sent ({@link CallContext#id}) or by its task. Register it as a service with the same {@link ProviderProperties} as the
 * capability. The engine asks about calls that were sent and whose end is not known: a node died, or the answer was lost. It settles
 * them by the answer; without this interface a person has to.
 */
@ConsumerType
public interface CallLookup {
    /**
     * Asks the vendor once, without buying anything. Called again some minutes later after {@link Purchase.Unclear}.
     *
     * @param timeout when the engine no longer waits
     * @throws ProviderException when the vendor cannot be asked now; treated as {@link Purchase.Unclear}
     */
    Purchase lookUp(SentCall call, Duration timeout) throws ProviderException;
}
