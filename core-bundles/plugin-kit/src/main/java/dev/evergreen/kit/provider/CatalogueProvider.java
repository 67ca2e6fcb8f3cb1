package dev.evergreen.kit.provider;

import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import java.util.List;

/**
 * A capability whose offers are an account's models.
 *
 * @param <Q> the capability's request
 * @param <R> the capability's result
 */
public abstract class CatalogueProvider<Q extends Request<R>, R extends Result> implements Provider<Q, R> {
    private final Catalogue catalogue;
    private final List<Offer> offers;

    protected CatalogueProvider(Class<? extends Provider<Q, R>> capability, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.offers = catalogue.offers(capability);
    }

    @Override
    public final List<Offer> offers() {
        return offers;
    }

    protected final Catalogue catalogue() {
        return catalogue;
    }

    protected final Model model(Offer offer) {
        return catalogue.model(offer);
    }
}
