package dev.evergreen.provider.stability.internal;

import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.MusicRequest;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SoundResult;
import dev.evergreen.spi.provider.Support;

/** Music without singing. */
final class StabilityMusic extends CatalogueProvider<MusicRequest, SoundResult> implements MusicComposer {
    private final StabilityAudio audio;

    StabilityMusic(StabilityAccount account) {
        super(MusicComposer.class, account.catalogue());
        this.audio = new StabilityAudio(account);
    }

    @Override
    public Support<MusicRequest> support(MusicRequest request, Offer offer) {
        Model model = model(offer);
        Findings findings = new Findings()
                .refuseIf(
                        request.duration().compareTo(StabilityAudio.shortest(model)) < 0,
                        "the length " + StabilityAudio.seconds(request.duration()) + " s; " + model.id()
                                + " makes at least "
                                + StabilityAudio.shortest(model).toSeconds() + " s");
        audio.check(findings, prompt(request), request.duration(), model);
        return findings.support(request);
    }

    @Override
    public Quote quote(MusicRequest request, Offer offer) {
        return audio.quote(model(offer));
    }

    @Override
    public Outcome<SoundResult> execute(MusicRequest request, Offer offer, CallContext call) throws ProviderException {
        return audio.make(
                prompt(request), request.duration(), request.seed(), catalogue().served(offer), call);
    }

    private static String prompt(MusicRequest request) {
        return request.mood() + " instrumental background music for a film"
                + (request.style().isBlank() ? "" : ", " + request.style())
                + ", with a beginning and an ending";
    }
}
