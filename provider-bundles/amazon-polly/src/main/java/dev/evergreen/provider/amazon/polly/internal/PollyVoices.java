package dev.evergreen.provider.amazon.polly.internal;

import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.Voices;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
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
import software.amazon.awssdk.services.polly.model.DescribeVoicesResponse;

/** The voices of the model's engine ({@code DescribeVoices}). */
final class PollyVoices extends CatalogueProvider<VoiceCatalogRequest, VoiceCatalogResult> implements VoiceCatalog {
    private static final String USUAL_LANGUAGE = "en";
    private static final int MOST_PAGES = 20;

    private final PollyAccount account;

    PollyVoices(PollyAccount account) {
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
        Model model = catalogue().served(offer);
        String engine = model.option("engine", "neural");
        List<Voice> voices = new ArrayList<>();
        String token = "";
        for (int page = 0; page == 0 || !token.isEmpty(); page++) {
            if (page == MOST_PAGES) {
                throw new ProviderException(Kind.BAD_RESPONSE, "Polly's list of voices does not end");
            }
            String next = token;
            DescribeVoicesResponse answer = account.ask(
                    call,
                    polly -> polly.describeVoices(question -> {
                        question.engine(engine);
                        if (!next.isEmpty()) {
                            question.nextToken(next);
                        }
                    }));
            answer.voices().stream()
                    .filter(voice -> speaks(voice.languageCodeAsString(), request.language()))
                    .forEach(voice -> voices.add(new Voice(
                            voice.idAsString(),
                            voice.name(),
                            voice.languageCodeAsString(),
                            gender(String.valueOf(voice.genderAsString())))));
            token = answer.nextToken() == null ? "" : answer.nextToken();
        }
        Optional<String> narrator = Voices.speaking(
                        model, request.language().isBlank() ? USUAL_LANGUAGE : request.language())
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
        return switch (name) {
            case "Female" -> Gender.FEMALE;
            case "Male" -> Gender.MALE;
            default -> Gender.UNSPECIFIED;
        };
    }
}
