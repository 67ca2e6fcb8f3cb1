package dev.evergreen.orchestrator;

import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The market of providers. Thread-safe. */
@ProviderType
public interface Orchestrator {
    /**
     * Serves the request by the best offer, falling back as the policy allows. Files of the result lie in the blob store.
     *
     * @param capability the service interface, for example {@code ImageGenerator.class}
     * @throws CallWaitsException when its turn comes later than a thread waits: a job makes the same call again at that time
     * @throws CallFailedException when no offer served it; it carries the trail
     */
    <Q extends Request<R>, R extends Result> Served<R> call(
            Class<? extends Provider<Q, R>> capability, Q request, CallOptions options) throws CallFailedException;

    /** What {@link #call} would do and cost, without doing it: every candidate with the reason for its place. */
    <Q extends Request<R>, R extends Result> Ranking rank(
            Class<? extends Provider<Q, R>> capability, Q request, CallOptions options);

    /**
     * What {@link #call} would cost, without making it: whether a kept result answers, else the price of the offer that would be asked
     * first and the most that falling back and asking again can cost. Nothing is sent, and nothing is reserved.
     */
    <Q extends Request<R>, R extends Result> CallEstimate estimate(
            Class<? extends Provider<Q, R>> capability, Q request, CallOptions options);

    /** Where calls go that have no rules of their own, as the operator configured it. */
    Routing standard();

    /** State and figures of every (provider, account, offer) that is there. */
    List<OfferStatus> status();
}
