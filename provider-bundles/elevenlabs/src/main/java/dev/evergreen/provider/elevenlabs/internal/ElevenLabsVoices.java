package dev.evergreen.provider.elevenlabs.internal;

import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.provider.VoiceCatalog;
import dev.evergreen.spi.provider.VoiceCatalogRequest;
import dev.evergreen.spi.provider.VoiceCatalogResult;
import dev.evergreen.spi.provider.VoiceCatalogResult.Voice;
import dev.evergreen.spi.script.CastMember.Gender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The account's voices, its own among them ({@code /v1/voices}). */
final class ElevenLabsVoices extends CatalogueProvider<VoiceCatalogRequest, VoiceCatalogResult>
        implements VoiceCatalog {
    /** Several languages, as ISO 639-2 has it. */
    static final String MANY_LANGUAGES = "mul";

    private final ElevenLabsAccount account;

    ElevenLabsVoices(ElevenLabsAccount account) {
        super(VoiceCatalog.class, account.catalogue());
        this.account = account;
    }

    @Override
    public Support<VoiceCatalogRequest> support(VoiceCatalogRequest request, Offer offer) {
        return Support.yes();
    }

    @Override
    public Quote quote(VoiceCatalogRequest request, Offer offer) {
        return Quote.free(Duration.ofSeconds(1));
    }

    @Override
    public Outcome<VoiceCatalogResult> execute(VoiceCatalogRequest request, Offer offer, CallContext call)
            throws ProviderException {
        JsonAnswer answer =
                account.client().send(account.get("v1/voices"), call).json();
        answer.at("/voices");
        List<Voice> voices = new ArrayList<>();
        for (JsonAnswer voice : answer.list("/voices")) {
            Gender gender = switch (voice.text("/labels/gender", "")) {
                case "female" -> Gender.FEMALE;
                case "male" -> Gender.MALE;
                default -> Gender.UNSPECIFIED;
            };
            // Every voice speaks every language of its model.
            voices.add(new Voice(voice.text("/voice_id"), voice.text("/name"), MANY_LANGUAGES, gender));
        }
        return Outcome.done(new VoiceCatalogResult(voices));
    }
}
