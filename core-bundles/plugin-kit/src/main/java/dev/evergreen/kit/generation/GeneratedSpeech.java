package dev.evergreen.kit.generation;

import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.Recordings;
import dev.evergreen.kit.provider.Voices;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechResult;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.provider.Support;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Speech, as WAV or MP3. Places of a template: text, voice, language, rate, delivery. Options: {@code voices}, {@code languages}, and
 * {@code rates} as {@code 0.5-2} where the model takes a pace.
 */
public final class GeneratedSpeech extends Generation<SpeechRequest, SpeechResult> implements SpeechSynthesizer {
    private static final String VOICE = "voice";
    private static final String MANY_LANGUAGES = "mul";

    public GeneratedSpeech(Catalogue catalogue, TaskVendor vendor) {
        super(SpeechSynthesizer.class, catalogue, vendor, Set.of("text", VOICE, "language", "rate", "delivery"));
    }

    @Override
    public Support<SpeechRequest> support(SpeechRequest request, Offer offer) {
        Model model = model(offer);
        long most = model.limit("characters").orElse(Long.MAX_VALUE);
        List<String> languages = model.list("languages");
        String language = language(request);
        String[] rates = model.option("rates", "1-1").split("-", 2);
        double rate = Math.max(
                Double.parseDouble(rates[0]), Math.min(Double.parseDouble(rates[rates.length - 1]), request.rate()));
        boolean directed = uses(model, "delivery");
        return new Findings()
                .refuseIf(
                        request.text().length() > most,
                        "the text has " + request.text().length() + " letters; " + model.id() + " speaks at most "
                                + most + " at once")
                .refuseIf(
                        !languages.isEmpty() && !language.isEmpty() && !languages.contains(language),
                        "the language '" + request.language() + "'; " + model.id() + " speaks " + languages)
                .refuseIf(
                        uses(model, VOICE) && voice(request, model).isEmpty(),
                        "the model " + model.id() + " has no option 'voices' to choose from")
                .warnIf(
                        rate != request.rate(),
                        model.id() + " speaks " + model.option("rates", "1") + " times its pace; " + request.rate()
                                + " becomes " + rate)
                .warnIf(
                        !directed && !request.delivery().isBlank(),
                        model.id() + " takes no directions; '" + request.delivery() + "' is left out")
                .support(new SpeechRequest(
                        request.text(),
                        request.language(),
                        request.voice(),
                        request.speaker(),
                        directed ? request.delivery() : "",
                        rate));
    }

    @Override
    public Quote quote(SpeechRequest request, Offer offer) {
        long letters = request.text().length();
        return Pricing.quote(
                catalogue(),
                model(offer),
                "character",
                Map.of("character", BigDecimal.valueOf(letters), "run", BigDecimal.ONE),
                Duration.ofSeconds(10).plusMillis(letters * 20));
    }

    @Override
    public Map<String, Long> units(SpeechRequest request, Offer offer) {
        return Map.of("characters", (long) request.text().length());
    }

    @Override
    Map<String, Object> values(SpeechRequest request, Model model) {
        return Map.of(
                "text",
                request.text(),
                VOICE,
                voice(request, model),
                "language",
                language(request),
                "rate",
                BigDecimal.valueOf(request.rate()),
                "delivery",
                request.delivery());
    }

    @Override
    Map<String, String> state(SpeechRequest request, Model model) {
        return Map.of(VOICE, voice(request, model));
    }

    @Override
    public SpeechResult of(Path output, Map<String, String> state) throws ProviderException {
        // The engine tells the type by the content.
        return new SpeechResult(
                new MediaFile(output, "audio/mpeg"),
                state.getOrDefault(VOICE, ""),
                Recordings.length(output),
                List.of());
    }

    private static String voice(SpeechRequest request, Model model) {
        return Voices.of(model, MANY_LANGUAGES)
                .choose(request.voice(), request.speaker())
                .orElse("");
    }

    private static String language(SpeechRequest request) {
        return Locale.forLanguageTag(request.language()).getLanguage();
    }
}
