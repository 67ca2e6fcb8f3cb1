package dev.evergreen.provider.stability.internal;

import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SoundDesigner;
import dev.evergreen.spi.provider.SoundRequest;
import dev.evergreen.spi.provider.SoundResult;
import dev.evergreen.spi.provider.Support;
import java.time.Duration;

/** Sounds from words. */
final class StabilitySounds extends CatalogueProvider<SoundRequest, SoundResult> implements SoundDesigner {
    private final StabilityAudio audio;

    StabilitySounds(StabilityAccount account) {
        super(SoundDesigner.class, account.catalogue());
        this.audio = new StabilityAudio(account);
    }

    @Override
    public Support<SoundRequest> support(SoundRequest request, Offer offer) {
        Model model = model(offer);
        Duration length = length(request, model);
        Findings findings = new Findings()
                .warnIf(
                        !length.equals(request.duration()),
                        model.id() + " makes " + StabilityAudio.seconds(length) + " s instead of "
                                + StabilityAudio.seconds(request.duration()) + " s");
        audio.check(findings, request.description(), length, model);
        return findings.support(new SoundRequest(request.description(), length, request.seed()));
    }

    @Override
    public Quote quote(SoundRequest request, Offer offer) {
        return audio.quote(model(offer));
    }

    @Override
    public Outcome<SoundResult> execute(SoundRequest request, Offer offer, CallContext call) throws ProviderException {
        Model model = catalogue().served(offer);
        return audio.make(request.description(), length(request, model), request.seed(), model, call);
    }

    private static Duration length(SoundRequest request, Model model) {
        Duration shortest = StabilityAudio.shortest(model);
        return request.duration().compareTo(shortest) < 0 ? shortest : request.duration();
    }
}
