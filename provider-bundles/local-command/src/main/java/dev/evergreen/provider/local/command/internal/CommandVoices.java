package dev.evergreen.provider.local.command.internal;

import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Model;
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
import java.util.List;

/** The voices that the configuration gives a program. */
final class CommandVoices extends CatalogueProvider<VoiceCatalogRequest, VoiceCatalogResult> implements VoiceCatalog {
    private static final String MANY_LANGUAGES = "mul";

    CommandVoices(Catalogue catalogue) {
        super(VoiceCatalog.class, catalogue);
    }

    /** Voices of a program with one language speak that; else it is not known which speaks what. */
    static Voices of(Model model) {
        List<String> languages = model.list("languages");
        return Voices.of(model, languages.size() == 1 ? languages.get(0) : MANY_LANGUAGES);
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
        return Outcome.done(new VoiceCatalogResult(of(catalogue().served(offer)).all()));
    }
}
