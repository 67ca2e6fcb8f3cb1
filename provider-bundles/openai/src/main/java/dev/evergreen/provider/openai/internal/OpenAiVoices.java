package dev.evergreen.provider.openai.internal;

import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Voices;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.provider.VoiceCatalog;
import dev.evergreen.spi.provider.VoiceCatalogRequest;
import dev.evergreen.spi.provider.VoiceCatalogResult;
import java.time.Duration;

/** The voices that the configuration gives a model: the vendor has no list to ask for. Each speaks every language. */
final class OpenAiVoices extends CatalogueProvider<VoiceCatalogRequest, VoiceCatalogResult> implements VoiceCatalog {
    /** Several languages, as ISO 639-2 has it. */
    static final String MANY_LANGUAGES = "mul";

    OpenAiVoices(OpenAiAccount account) {
        super(VoiceCatalog.class, account.catalogue());
    }

    @Override
    public Support<VoiceCatalogRequest> support(VoiceCatalogRequest request, Offer offer) {
        return Support.yes();
    }

    @Override
    public Quote quote(VoiceCatalogRequest request, Offer offer) {
        return Quote.free(Duration.ofMillis(1));
    }

    @Override
    public Outcome<VoiceCatalogResult> execute(VoiceCatalogRequest request, Offer offer, CallContext call)
            throws ProviderException {
        call.throwIfCancelled();
        return Outcome.done(new VoiceCatalogResult(
                Voices.of(catalogue().served(offer), MANY_LANGUAGES).all()));
    }
}
