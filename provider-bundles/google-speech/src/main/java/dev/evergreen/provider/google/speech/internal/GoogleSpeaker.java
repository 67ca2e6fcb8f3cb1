package dev.evergreen.provider.google.speech.internal;

import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.Recordings;
import dev.evergreen.kit.provider.ResultFiles;
import dev.evergreen.kit.provider.Tokens;
import dev.evergreen.kit.provider.Voices;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechResult;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.provider.Support;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Speech ({@code /v1/text:synthesize}). The vendor tells no times of words here, and no charge. */
final class GoogleSpeaker extends CatalogueProvider<SpeechRequest, SpeechResult> implements SpeechSynthesizer {
    private static final String PRICE = "character";
    private static final String USUAL_LANGUAGE = "en-US";
    private static final long MOST_BYTES = 192L << 20;

    private final GoogleAccount account;

    GoogleSpeaker(GoogleAccount account) {
        super(SpeechSynthesizer.class, account.catalogue());
        this.account = account;
    }

    @Override
    public Support<SpeechRequest> support(SpeechRequest request, Offer offer) {
        Model model = model(offer);
        long bytes = Tokens.ceiling(request.text());
        long most = model.limit("bytes").orElse(Long.MAX_VALUE);
        return new Findings()
                .refuseIf(
                        bytes > most,
                        "the text has " + bytes + " bytes; " + model.id() + " speaks at most " + most + " at once")
                .refuseIf(
                        voice(model, request).isEmpty(),
                        "the language '" + request.language() + "'; " + model.id()
                                + " has no voice for it (option voices." + language(request) + ")")
                .warnIf(
                        !request.delivery().isBlank(),
                        model.id() + " takes no directions; '" + request.delivery() + "' is left out")
                .support(new SpeechRequest(
                        request.text(), request.language(), request.voice(), request.speaker(), "", request.rate()));
    }

    @Override
    public Quote quote(SpeechRequest request, Offer offer) {
        Model model = model(offer);
        Optional<BigDecimal> letter = model.price(PRICE);
        if (letter.isEmpty()) {
            return catalogue().noPrice(model, PRICE);
        }
        BigDecimal exact = letter.get().multiply(BigDecimal.valueOf(letters(request)));
        return catalogue()
                .price(
                        exact,
                        exact,
                        Duration.ofSeconds(1).plusMillis(request.text().length() * 8L));
    }

    @Override
    public Map<String, Long> units(SpeechRequest request, Offer offer) {
        return Map.of("characters", letters(request));
    }

    @Override
    public Outcome<SpeechResult> execute(SpeechRequest request, Offer offer, CallContext call)
            throws ProviderException {
        Model model = catalogue().served(offer);
        Optional<String> voice = voice(model, request);
        if (voice.isEmpty()) {
            throw new ProviderException(
                    Kind.UNSUPPORTED, model.id() + " has no voice for '" + request.language() + "'");
        }
        boolean mp3 = model.option("encoding", "LINEAR16").equals("MP3");
        Map<String, Object> body = Map.of(
                "input",
                Map.of("text", request.text()),
                "voice",
                Map.of("languageCode", locale(voice.get(), request), "name", voice.get()),
                "audioConfig",
                Map.of("audioEncoding", mp3 ? "MP3" : "LINEAR16", "speakingRate", request.rate()));
        JsonAnswer answer = account.client()
                .send(account.speech().json(body).atMost(MOST_BYTES), call)
                .json();
        // LINEAR16 comes with the head of a WAV file.
        MediaFile audio = ResultFiles.write(
                call, ResultFiles.decoded(answer.text("/audioContent")), mp3 ? "audio/mpeg" : "audio/wav");
        return Outcome.done(new SpeechResult(audio, voice.get(), Recordings.length(audio.path()), List.of()));
    }

    private static long letters(SpeechRequest request) {
        return request.text().codePointCount(0, request.text().length());
    }

    private static String language(SpeechRequest request) {
        return request.language().isBlank() ? USUAL_LANGUAGE : request.language();
    }

    private static Optional<String> voice(Model model, SpeechRequest request) {
        return Voices.speaking(model, language(request)).choose(request.voice(), request.speaker());
    }

    /** Voices' ids begin with their language, which must be named: {@code en-US-Chirp3-HD-Kore}. */
    private static String locale(String voice, SpeechRequest request) {
        String[] parts = voice.split("-", 3);
        return parts.length == 3 ? parts[0] + "-" + parts[1] : language(request);
    }
}
