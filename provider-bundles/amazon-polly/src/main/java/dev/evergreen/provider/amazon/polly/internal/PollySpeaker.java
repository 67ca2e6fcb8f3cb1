package dev.evergreen.provider.amazon.polly.internal;

import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.HeardWords;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.Recordings;
import dev.evergreen.kit.provider.ResultFiles;
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
import dev.evergreen.spi.provider.WordTiming;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.polly.model.OutputFormat;
import software.amazon.awssdk.services.polly.model.SpeechMarkType;
import software.amazon.awssdk.services.polly.model.SynthesizeSpeechRequest;
import software.amazon.awssdk.services.polly.model.SynthesizeSpeechResponse;
import software.amazon.awssdk.services.polly.model.TextType;

/**
 * Speech ({@code SynthesizeSpeech}), and by a second request, which is charged like the first, the time of every word (option
 * {@code marks}). The pace is asked for in markup (option {@code pace}), which is not charged.
 */
final class PollySpeaker extends CatalogueProvider<SpeechRequest, SpeechResult> implements SpeechSynthesizer {
    private static final String PRICE = "character";
    private static final String USUAL_LANGUAGE = "en-US";

    private final PollyAccount account;

    PollySpeaker(PollyAccount account) {
        super(SpeechSynthesizer.class, account.catalogue());
        this.account = account;
    }

    @Override
    public Support<SpeechRequest> support(SpeechRequest request, Offer offer) {
        Model model = model(offer);
        long most = model.limit("characters").orElse(Long.MAX_VALUE);
        boolean paced = request.rate() == 1 || flag(model, "pace");
        return new Findings()
                .refuseIf(
                        request.text().length() > most,
                        "the text has " + request.text().length() + " letters; " + model.id() + " speaks at most "
                                + most + " at once")
                .refuseIf(
                        voice(model, request).isEmpty(),
                        "the language '" + request.language() + "'; " + model.id()
                                + " has no voice for it (option voices." + language(request) + ")")
                .warnIf(!paced, model.id() + " knows no pace; " + request.rate() + " is left out")
                .warnIf(
                        !request.delivery().isBlank(),
                        model.id() + " takes no directions; '" + request.delivery() + "' is left out")
                .support(new SpeechRequest(
                        request.text(),
                        request.language(),
                        request.voice(),
                        request.speaker(),
                        "",
                        paced ? request.rate() : 1));
    }

    @Override
    public Quote quote(SpeechRequest request, Offer offer) {
        Model model = model(offer);
        Optional<BigDecimal> letter = model.price(PRICE);
        if (letter.isEmpty()) {
            return catalogue().noPrice(model, PRICE);
        }
        BigDecimal exact =
                letter.get().multiply(BigDecimal.valueOf(request.text().length() * (flag(model, "marks") ? 2L : 1L)));
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
        Optional<String> voice = voice(model, request);
        if (voice.isEmpty()) {
            throw new ProviderException(
                    Kind.UNSUPPORTED, model.id() + " has no voice for '" + request.language() + "'");
        }
        SynthesizeSpeechRequest order = order(model, request, voice.get());
        ResponseBytes<SynthesizeSpeechResponse> spoken =
                account.ask(call, polly -> polly.synthesizeSpeech(order, ResponseTransformer.toBytes()));
        if (!String.valueOf(spoken.response().contentType()).startsWith("audio/")) {
            throw new ProviderException(Kind.BAD_RESPONSE, "The answer of Polly holds no sound");
        }
        MediaFile audio = ResultFiles.write(call, spoken.asByteArray(), "audio/mpeg");
        Duration length = Recordings.length(audio.path());
        long letters = letters(spoken.response());
        List<WordTiming> words = List.of();
        if (flag(model, "marks")) {
            try {
                ResponseBytes<SynthesizeSpeechResponse> marks = account.ask(
                        call,
                        polly -> polly.synthesizeSpeech(
                                order.toBuilder()
                                        .outputFormat(OutputFormat.JSON)
                                        .speechMarkTypes(SpeechMarkType.WORD)
                                        .build(),
                                ResponseTransformer.toBytes()));
                letters += letters(marks.response());
                words = words(request.text(), marks.asUtf8String(), length);
            } catch (ProviderException e) {
                if (e.kind() == Kind.CANCELLED) {
                    throw new ProviderException(
                            e.kind(), String.valueOf(e.getMessage()), e, e.retryAfter(), charge(model, letters));
                }
                // The speech is there and paid; without the words it is still of use.
                call.warn("Polly does not tell when the words are heard: " + e.getMessage());
            }
        }
        return new Outcome.Done<>(new SpeechResult(audio, voice.get(), length, words), charge(model, letters));
    }

    private static SynthesizeSpeechRequest order(Model model, SpeechRequest request, String voice) {
        SynthesizeSpeechRequest.Builder order = SynthesizeSpeechRequest.builder()
                .engine(model.option("engine", "neural"))
                .outputFormat(OutputFormat.MP3)
                .voiceId(voice);
        if (request.rate() == 1) {
            return order.text(request.text()).build();
        }
        BigDecimal percent = BigDecimal.valueOf(request.rate() * 100).setScale(0, RoundingMode.HALF_UP);
        return order.textType(TextType.SSML)
                .text("<speak><prosody rate=\"" + percent + "%\">"
                        + request.text()
                                .replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace(">", "&gt;")
                        + "</prosody></speak>")
                .build();
    }

    /**
     * Lines of JSON: {@code {"time":6,"type":"word","start":0,"end":5,"value":"Mary"}}, the time in milliseconds. They tell no ends: a word is
     * heard until the next one.
     */
    private static List<WordTiming> words(String text, String marks, Duration length) throws ProviderException {
        List<HeardWords.Heard> begun = new ArrayList<>();
        for (String line : marks.lines().filter(one -> !one.isBlank()).toList()) {
            JsonAnswer mark = JsonAnswer.parse("A speech mark of Polly", line);
            if (mark.text("/type", "").equals("word")) {
                Duration from = Duration.ofMillis(mark.number("/time").longValue());
                begun.add(new HeardWords.Heard(mark.text("/value"), from, length));
            }
        }
        List<HeardWords.Heard> heard = new ArrayList<>();
        for (int i = 0; i < begun.size(); i++) {
            Duration to = i + 1 < begun.size() ? begun.get(i + 1).from() : length;
            heard.add(new HeardWords.Heard(begun.get(i).word(), begun.get(i).from(), to));
        }
        return HeardWords.placed(text, heard);
    }

    private static long letters(SynthesizeSpeechResponse answer) {
        return answer.requestCharacters() == null ? 0 : answer.requestCharacters();
    }

    /** By the letters that the vendor says it charged; it says so in every answer. */
    private Optional<Money> charge(Model model, long letters) {
        return letters == 0
                ? Optional.empty()
                : model.price(PRICE).map(letter -> catalogue().money(letter.multiply(BigDecimal.valueOf(letters))));
    }

    private static boolean flag(Model model, String option) {
        return Boolean.parseBoolean(model.option(option, "false"));
    }

    private static String language(SpeechRequest request) {
        return request.language().isBlank() ? USUAL_LANGUAGE : request.language();
    }

    private static Optional<String> voice(Model model, SpeechRequest request) {
        return Voices.speaking(model, language(request)).choose(request.voice(), request.speaker());
    }
}
