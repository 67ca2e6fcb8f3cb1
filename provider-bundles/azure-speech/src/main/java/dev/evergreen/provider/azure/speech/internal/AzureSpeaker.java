package dev.evergreen.provider.azure.speech.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.Recordings;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Speech ({@code /cognitiveservices/v1}). This interface tells no times of words and no charge; longer than ten minutes is cut. The option
 * {@code styles} names what voices can express, as {@code voice:style} with commas.
 */
final class AzureSpeaker extends CatalogueProvider<SpeechRequest, SpeechResult> implements SpeechSynthesizer {
    private static final String PRICE = "character";
    private static final String USUAL_LANGUAGE = "en-US";
    private static final long MOST_BYTES = 128L << 20;

    private final AzureAccount account;

    AzureSpeaker(AzureAccount account) {
        super(SpeechSynthesizer.class, account.catalogue());
        this.account = account;
    }

    @Override
    public Support<SpeechRequest> support(SpeechRequest request, Offer offer) {
        Model model = model(offer);
        Optional<String> voice = voice(model, request);
        // Slow speech is longer, and what is longer than the vendor's limit would be cut.
        long most = (long) (model.limit("characters").orElse((long) Integer.MAX_VALUE) * Math.min(1, request.rate()));
        boolean directed = request.delivery().isBlank()
                || voice.isPresent() && !style(model, voice.get(), request).isEmpty();
        return new Findings()
                .refuseIf(
                        request.text().length() > most,
                        "the text has " + request.text().length() + " letters; " + model.id() + " speaks at most "
                                + most + " at once at this pace")
                .refuseIf(
                        voice.isEmpty(),
                        "the language '" + request.language() + "'; " + model.id()
                                + " has no voice for it (option voices." + language(request) + ")")
                .warnIf(
                        !directed,
                        voice.orElse(model.id()) + " does not know the style '" + request.delivery()
                                + "'; it is left out")
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
        Optional<BigDecimal> letter = model.price(PRICE);
        if (letter.isEmpty()) {
            return catalogue().noPrice(model, PRICE);
        }
        BigDecimal exact = letter.get().multiply(BigDecimal.valueOf(letters(model, request)));
        return catalogue()
                .price(
                        exact,
                        exact,
                        Duration.ofSeconds(1).plusMillis(request.text().length() * 8L));
    }

    @Override
    public Map<String, Long> units(SpeechRequest request, Offer offer) {
        return Map.of("characters", letters(model(offer), request));
    }

    @Override
    public Outcome<SpeechResult> execute(SpeechRequest request, Offer offer, CallContext call)
            throws ProviderException {
        Model model = catalogue().served(offer);
        Optional<String> chosen = voice(model, request);
        if (chosen.isEmpty()) {
            throw new ProviderException(
                    Kind.UNSUPPORTED, model.id() + " has no voice for '" + request.language() + "'");
        }
        String voice = chosen.get();
        String markup = SpeechMarkup.document(
                request.text(), locale(voice, request), voice, style(model, voice, request), request.rate());
        String format = model.option("format", "riff-24khz-16bit-mono-pcm");
        boolean wave = format.startsWith("riff");
        Path file = call.workspace().newFile(wave ? ".wav" : ".mp3");
        Answer answer = account.client()
                .save(
                        account.speech()
                                .header("X-Microsoft-OutputFormat", format)
                                .text("application/ssml+xml", markup)
                                .atMost(MOST_BYTES),
                        call,
                        file);
        if (!answer.mediaType().startsWith("audio/")) {
            throw account.client()
                    .failure(answer, Failure.of(Kind.BAD_RESPONSE, "", "there is no sound in it", answer));
        }
        Duration length = Recordings.length(file);
        long most = model.limit("seconds").orElse(Long.MAX_VALUE);
        if (length.toSeconds() >= most) {
            throw account.client()
                    .failure(
                            answer,
                            Failure.of(
                                    Kind.BAD_RESPONSE,
                                    "",
                                    "the speech was cut off at " + length.toSeconds()
                                            + " s; divide the text, or set a smaller limit 'characters' for "
                                            + model.id(),
                                    answer));
        }
        return Outcome.done(
                new SpeechResult(new MediaFile(file, wave ? "audio/wav" : "audio/mpeg"), voice, length, List.of()));
    }

    private static String language(SpeechRequest request) {
        return request.language().isBlank() ? USUAL_LANGUAGE : request.language();
    }

    private static Optional<String> voice(Model model, SpeechRequest request) {
        return Voices.speaking(model, language(request)).choose(request.voice(), request.speaker());
    }

    /** Voices' ids begin with their language: {@code en-US-JennyNeural}. */
    private static String locale(String voice, SpeechRequest request) {
        String[] parts = voice.split("-", 3);
        return parts.length == 3 ? parts[0] + "-" + parts[1] : language(request);
    }

    private static String style(Model model, String voice, SpeechRequest request) {
        String style = request.delivery().strip().toLowerCase(Locale.ROOT);
        return model.list("styles").contains(voice + ":" + style) ? style : "";
    }

    /** The vendor counts all that stands inside the voice, and ideographs twice. */
    private static long letters(Model model, SpeechRequest request) {
        String style =
                voice(model, request).map(voice -> style(model, voice, request)).orElse("");
        return SpeechMarkup.spoken(request.text(), style, request.rate())
                .codePoints()
                .mapToLong(letter -> Character.isIdeographic(letter) ? 2 : 1)
                .sum();
    }
}
