package dev.evergreen.provider.google.speech.internal;

import dev.evergreen.kit.http.JsonAnswer;
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
import dev.evergreen.spi.provider.VoiceCatalogResult.Voice;
import dev.evergreen.spi.script.CastMember.Gender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The voices that have the model's option {@code family} in their names ({@code /v1/voices}). */
final class GoogleVoices extends CatalogueProvider<VoiceCatalogRequest, VoiceCatalogResult> implements VoiceCatalog {
    private static final String USUAL_LANGUAGE = "en";

    private final GoogleAccount account;

    GoogleVoices(GoogleAccount account) {
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
        String family = catalogue().served(offer).option("family", "");
        JsonAnswer answer =
                account.client().send(account.voices(request.language()), call).json();
        if (!answer.isObject()) {
            throw new ProviderException(
                    ProviderException.Kind.BAD_RESPONSE, "The answer of Google Speech is no list of voices");
        }
        List<Voice> voices = new ArrayList<>();
        for (JsonAnswer voice : answer.list("/voices")) {
            String id = voice.text("/name");
            String language = voice.text("/languageCodes/0");
            if (id.contains(family) && speaks(language, request.language())) {
                voices.add(new Voice(id, id, language, gender(voice.text("/ssmlGender", ""))));
            }
        }
        Optional<String> narrator = Voices.speaking(
                        catalogue().served(offer), request.language().isBlank() ? USUAL_LANGUAGE : request.language())
                .choose("", Optional.empty());
        voices.sort(Comparator.comparing(voice -> !narrator.equals(Optional.of(voice.id()))));
        return Outcome.done(new VoiceCatalogResult(voices));
    }

    private static boolean speaks(String voice, String wanted) {
        return wanted.isBlank()
                || Locale.forLanguageTag(voice)
                        .getLanguage()
                        .equals(Locale.forLanguageTag(wanted).getLanguage());
    }

    private static Gender gender(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "female" -> Gender.FEMALE;
            case "male" -> Gender.MALE;
            default -> Gender.UNSPECIFIED;
        };
    }
}
