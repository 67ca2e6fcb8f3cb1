package dev.evergreen.spi.provider;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A plugin's service for one capability. Register the capability's own interface, for example {@link ImageGenerator}, with the
 * service property {@link ProviderProperties#PLUGIN_ID}. Implementations are called from many threads at once.
 *
 * @param <Q> the capability's request
 * @param <R> the capability's result
 */
@ConsumerType
public interface Provider<Q extends Request<R>, R extends Result> {
    /** What is for sale now; the router's key is (plugin, account, offer). Never blocks. */
    List<Offer> offers();

    /** Whether the offer can serve the request; pure, no input or output. */
    Support<Q> support(Q request, Offer offer);

    /** What the request would cost and take; pure. The ceiling is reserved before {@link #execute}. */
    Quote quote(Q request, Offer offer);

    /**
     * How much of the account's limits the request will use, by their units (see {@link ProviderProperties#LIMITS}), for example
     * {@code tokens=1200}; pure. Each request is one call, which is not named here. Units that the account has no limit for do not
     * count.
     */
    default Map<String, Long> units(Q request, Offer offer) {
        return Map.of();
    }

    /**
     * Serves the request. Blocks until done, or answers {@link Outcome.Pending} when the vendor works on; the engine then calls
     * {@link Pollable#poll}.
     *
     * @throws ProviderException with the kind that decides who must act
     */
    Outcome<R> execute(Q request, Offer offer, CallContext call) throws ProviderException;
}
