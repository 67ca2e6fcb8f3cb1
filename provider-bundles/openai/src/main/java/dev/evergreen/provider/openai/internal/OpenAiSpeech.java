package dev.evergreen.provider.openai.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.Recordings;
import dev.evergreen.kit.provider.Voices;
import dev.evergreen.spi.Money;
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
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Speech ({@code /audio/speech}). The vendor tells no times of words. */
final class OpenAiSpeech extends CatalogueProvider<SpeechRequest, SpeechResult> implements SpeechSynthesizer {
    private static final String RAW = "pcm";

    /** The vendor's raw sound is 24 kHz, one channel, 16 bits, little endian (platform.openai.com/docs/guides/text-to-speech). */
    private static final int RAW_RATE = 24_000;

    private static final long MOST_BYTES = 128L << 20;

    /** Letters a minute: what narrators read, and what the slowest voice reads. */
    private static final BigDecimal USUAL_PACE = BigDecimal.valueOf(900);

    private static final BigDecimal SLOWEST_PACE = BigDecimal.valueOf(450);

    private final OpenAiAccount account;

    OpenAiSpeech(OpenAiAccount account) {
        super(SpeechSynthesizer.class, account.catalogue());
        this.account = account;
    }

    @Override
    public Support<SpeechRequest> support(SpeechRequest request, Offer offer) {
        Model model = model(offer);
        Voices voices = Voices.of(model, OpenAiVoices.MANY_LANGUAGES);
        long most = model.limit("characters").orElse(Long.MAX_VALUE);
        boolean directed = Boolean.parseBoolean(model.option("instructions", "false"));
        return new Findings()
                .refuseIf(
                        request.text().length() > most,
                        "the text has " + request.text().length() + " letters; " + model.id() + " speaks at most "
                                + most + " at once")
                .refuseIf(
                        !request.voice().isBlank()
                                && !voices.all().isEmpty()
                                && !voices.has(request.voice())
                                && !Boolean.parseBoolean(model.option("anyVoice", "false")),
                        "there is no voice '" + request.voice() + "'; " + model.id() + " has "
                                + voices.all().stream().map(voice -> voice.id()).toList())
                .refuseIf(
                        voices.choose(request.voice(), request.speaker()).isEmpty(),
                        "the model " + model.id() + " has no option 'voices' to choose from")
                .warnIf(
                        !request.delivery().isBlank() && !directed,
                        model.id() + " takes no directions; '" + request.delivery() + "' is left out")
                .support(new SpeechRequest(
                        request.text(),
                        request.language(),
                        request.voice(),
                        request.speaker(),
                        directed ? request.delivery() : "",
                        request.rate()));
    }

    @Override
    public Quote quote(SpeechRequest request, Offer offer) {
        Model model = model(offer);
        BigDecimal letters = BigDecimal.valueOf(request.text().length());
        Duration work = Duration.ofSeconds(2).plusMillis(request.text().length() * 10L);
        Optional<BigDecimal> letter = model.price("character");
        if (letter.isPresent()) {
            BigDecimal exact = letter.get().multiply(letters);
            return catalogue().price(exact, exact, work);
        }
        Optional<BigDecimal> minute = model.price("minute");
        if (minute.isEmpty()) {
            return catalogue().noPrice(model, "character");
        }
        BigDecimal slowed = minute.get().multiply(letters).divide(BigDecimal.valueOf(request.rate()), RoundingMode.UP);
        return catalogue()
                .price(
                        slowed.divide(USUAL_PACE, 12, RoundingMode.UP),
                        slowed.divide(SLOWEST_PACE, 12, RoundingMode.UP).add(minute.get()),
                        work);
    }

    @Override
    public Map<String, Long> units(SpeechRequest request, Offer offer) {
        return Map.of("characters", (long) request.text().length());
    }

    @Override
    public Outcome<SpeechResult> execute(SpeechRequest request, Offer offer, CallContext call)
            throws ProviderException {
        Model model = catalogue().served(offer);
        String voice = Voices.of(model, OpenAiVoices.MANY_LANGUAGES)
                .choose(request.voice(), request.speaker())
                .orElseThrow();
        String format = model.option("response_format", RAW);
        Map<String, Object> body = new HashMap<>();
        body.put("model", model.id());
        body.put("input", request.text());
        body.put("voice", voice);
        body.put("response_format", format);
        body.put("speed", request.rate());
        if (!request.delivery().isBlank()) {
            body.put("instructions", "Speak " + request.delivery() + ".");
        }
        Path file = call.workspace().newFile("." + format);
        Answer answer =
                account.client().save(account.post("audio/speech").json(body).atMost(MOST_BYTES), call, file);
        if (answer.mediaType().startsWith("text/") || answer.mediaType().endsWith("json") || !Files.exists(file)) {
            // Raw sound cannot be told from anything else by its bytes.
            throw account.client()
                    .failure(answer, Failure.of(Kind.BAD_RESPONSE, "", "there is no sound in it", answer));
        }
        MediaFile audio = format.equals(RAW)
                ? Recordings.wave(file, RAW_RATE, call.workspace().newFile(".wav"))
                : new MediaFile(file, format.equals("mp3") ? "audio/mpeg" : "audio/" + format);
        Duration length = Recordings.length(audio.path());
        Optional<Money> charge = model.price("character").isPresent()
                ? Optional.empty()
                : model.price("minute")
                        .map(minute -> catalogue()
                                .money(minute.multiply(BigDecimal.valueOf(length.toMillis()))
                                        .divide(BigDecimal.valueOf(60_000), 12, RoundingMode.UP)));
        return new Outcome.Done<>(new SpeechResult(audio, voice, length, List.of()), charge);
    }
}
