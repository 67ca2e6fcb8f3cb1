package dev.evergreen.provider.elevenlabs.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.HeardWords;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.Recordings;
import dev.evergreen.kit.provider.ResultFiles;
import dev.evergreen.kit.provider.Voices;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechResult;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.provider.WordTiming;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Speech with the time of every letter ({@code /v1/text-to-speech/{voice}/with-timestamps}). */
final class ElevenLabsSpeech extends CatalogueProvider<SpeechRequest, SpeechResult> implements SpeechSynthesizer {
    private static final String PRICE = "character";

    /** The range of {@code voice_settings.speed}. */
    private static final double SLOWEST = 0.7;

    private static final double FASTEST = 1.2;

    private final ElevenLabsAccount account;

    ElevenLabsSpeech(ElevenLabsAccount account) {
        super(SpeechSynthesizer.class, account.catalogue());
        this.account = account;
    }

    @Override
    public Support<SpeechRequest> support(SpeechRequest request, Offer offer) {
        Model model = model(offer);
        long most = model.limit("characters").orElse(Long.MAX_VALUE);
        List<String> languages = model.list("languages");
        String language = Locale.forLanguageTag(request.language()).getLanguage();
        double rate = Math.max(SLOWEST, Math.min(FASTEST, request.rate()));
        return new Findings()
                .refuseIf(
                        request.text().length() > most,
                        "the text has " + request.text().length() + " letters; " + model.id() + " speaks at most "
                                + most + " at once")
                .refuseIf(
                        !languages.isEmpty() && !language.isEmpty() && !languages.contains(language),
                        "the language '" + request.language() + "'; " + model.id() + " speaks " + languages)
                .refuseIf(
                        voices(model).choose(request.voice(), request.speaker()).isEmpty(),
                        "the model " + model.id() + " has no option 'voices' to choose from")
                .warnIf(
                        rate != request.rate(),
                        "voices speak " + SLOWEST + " to " + FASTEST + " times their pace; " + request.rate()
                                + " becomes " + rate)
                .warnIf(
                        !request.delivery().isBlank(),
                        model.id() + " takes no directions; '" + request.delivery() + "' is left out")
                .support(new SpeechRequest(
                        request.text(), request.language(), request.voice(), request.speaker(), "", rate));
    }

    @Override
    public Quote quote(SpeechRequest request, Offer offer) {
        Model model = model(offer);
        Optional<BigDecimal> letter = model.price(PRICE);
        if (letter.isEmpty()) {
            return catalogue().noPrice(model, PRICE);
        }
        BigDecimal exact =
                letter.get().multiply(BigDecimal.valueOf(request.text().length()));
        return catalogue()
                .price(
                        exact,
                        exact,
                        Duration.ofSeconds(1).plusMillis(request.text().length() * 8L));
    }

    @Override
    public Map<String, Long> units(SpeechRequest request, Offer offer) {
        return Map.of("characters", (long) request.text().length());
    }

    @Override
    public Outcome<SpeechResult> execute(SpeechRequest request, Offer offer, CallContext call)
            throws ProviderException {
        Model model = catalogue().served(offer);
        String voice = voices(model).choose(request.voice(), request.speaker()).orElseThrow();
        Map<String, Object> body = new HashMap<>();
        body.put("text", request.text());
        body.put("model_id", model.id());
        if (request.rate() != 1) {
            body.put("voice_settings", Map.of("speed", request.rate()));
        }
        if (Boolean.parseBoolean(model.option("languageCode", "false"))
                && !request.language().isBlank()) {
            body.put("language_code", Locale.forLanguageTag(request.language()).getLanguage());
        }
        String path = "v1/text-to-speech/" + VendorRequest.segment(voice) + "/with-timestamps";
        Answer answer = account.client().send(account.post(path, model).json(body), call);
        JsonAnswer spoken = answer.json();
        MediaFile audio = ResultFiles.write(call, ResultFiles.decoded(spoken.text("/audio_base64")), "audio/mpeg");
        Duration length = Recordings.length(audio.path());
        return new Outcome.Done<>(
                new SpeechResult(audio, voice, length, words(request.text(), spoken)), account.charge(answer, model));
    }

    private static Voices voices(Model model) {
        return Voices.of(model, ElevenLabsVoices.MANY_LANGUAGES);
    }

    /** The vendor counts letters as people do; the engine counts them as Java does. */
    private static List<WordTiming> words(String text, JsonAnswer spoken) throws ProviderException {
        List<JsonAnswer> letters = spoken.list("/alignment/characters");
        List<JsonAnswer> starts = spoken.list("/alignment/character_start_times_seconds");
        List<JsonAnswer> ends = spoken.list("/alignment/character_end_times_seconds");
        StringBuilder heard = new StringBuilder();
        List<Duration> from = new ArrayList<>();
        List<Duration> to = new ArrayList<>();
        for (int i = 0; i < Math.min(letters.size(), Math.min(starts.size(), ends.size())); i++) {
            String letter = letters.get(i).text("");
            heard.append(letter);
            for (int unit = 0; unit < letter.length(); unit++) {
                from.add(HeardWords.seconds(starts.get(i).number("")));
                to.add(HeardWords.seconds(ends.get(i).number("")));
            }
        }
        List<WordTiming> words = HeardWords.ofLetters(heard.toString(), from, to);
        if (text.contentEquals(heard)) {
            return words;
        }
        return HeardWords.placed(
                text,
                words.stream()
                        .map(word ->
                                new HeardWords.Heard(heard.substring(word.start(), word.end()), word.from(), word.to()))
                        .toList());
    }
}
