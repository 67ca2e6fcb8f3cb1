package dev.evergreen.provider.openai.internal;

import dev.evergreen.kit.audio.AudioLength;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.http.Multipart;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.HeardWords;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.provider.Transcriber;
import dev.evergreen.spi.provider.TranscriptionRequest;
import dev.evergreen.spi.provider.TranscriptionResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words and their times ({@code /audio/transcriptions}). Only models with the option {@code wordTimes} tell times. */
final class OpenAiTranscription extends CatalogueProvider<TranscriptionRequest, TranscriptionResult>
        implements Transcriber {
    /** The lowest bit rate that recordings of speech have, in bytes a second: what is longer than that says is not recorded. */
    private static final long SLOWEST_BYTES = 1_000;

    private final OpenAiAccount account;

    OpenAiTranscription(OpenAiAccount account) {
        super(Transcriber.class, account.catalogue());
        this.account = account;
    }

    @Override
    public Support<TranscriptionRequest> support(TranscriptionRequest request, Offer offer) {
        Model model = model(offer);
        long most = model.limit("bytes").orElse(Long.MAX_VALUE);
        long size = size(request.audio().path());
        return new Findings()
                .refuseIf(
                        size > most,
                        "the recording has " + size + " bytes; " + model.id() + " takes at most " + most
                                + "; send it in parts or compressed")
                .refuseIf(size == 0, "the recording is empty or not there")
                .refuseIf(
                        !request.audio().mediaType().startsWith("audio/")
                                && !request.audio().mediaType().startsWith("video/"),
                        "the recording is " + request.audio().mediaType() + ", which holds no sound")
                .support(request);
    }

    @Override
    public Quote quote(TranscriptionRequest request, Offer offer) {
        Model model = model(offer);
        Optional<BigDecimal> minute = model.price("minute");
        if (minute.isEmpty()) {
            return catalogue().noPrice(model, "minute");
        }
        Path file = request.audio().path();
        Optional<Duration> known = length(file);
        Duration most = known.orElse(Duration.ofSeconds(size(file) / SLOWEST_BYTES + 1));
        Duration expected = known.orElse(most.dividedBy(8));
        return catalogue()
                .price(
                        cost(minute.get(), expected),
                        cost(minute.get(), most.plusSeconds(1)),
                        Duration.ofSeconds(2).plus(expected.dividedBy(10)));
    }

    @Override
    public Outcome<TranscriptionResult> execute(TranscriptionRequest request, Offer offer, CallContext call)
            throws ProviderException {
        Model model = catalogue().served(offer);
        boolean times = Boolean.parseBoolean(model.option("wordTimes", "false"));
        Path file = request.audio().path();
        Multipart form = new Multipart()
                .text("model", model.id())
                .text("response_format", times ? "verbose_json" : "json")
                .file(
                        "file",
                        String.valueOf(file.getFileName()),
                        request.audio().mediaType(),
                        file);
        if (times) {
            form.text("timestamp_granularities[]", "word");
        }
        if (!request.language().isBlank()) {
            form.text("language", Locale.forLanguageTag(request.language()).getLanguage());
        }
        JsonAnswer heard = account.client()
                .send(account.post("audio/transcriptions").form(form), call)
                .json();
        List<HeardWords.Heard> words = new ArrayList<>();
        for (JsonAnswer word : heard.list("/words")) {
            words.add(new HeardWords.Heard(
                    word.text("/word"),
                    HeardWords.seconds(word.number("/start")),
                    HeardWords.seconds(word.number("/end"))));
        }
        String text = heard.text("/text");
        String language = Languages.tag(heard.text("/language", ""), request.language());
        return new Outcome.Done<>(
                new TranscriptionResult(text, language, HeardWords.placed(text, words)), charge(heard, model, file));
    }

    /** By what the vendor measured, else by the recording itself. */
    private Optional<Money> charge(JsonAnswer heard, Model model, Path file) throws ProviderException {
        Optional<BigDecimal> minute = model.price("minute");
        if (minute.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> length = heard.has("/usage/seconds")
                ? Optional.of(HeardWords.seconds(heard.number("/usage/seconds")))
                : heard.has("/duration") ? Optional.of(HeardWords.seconds(heard.number("/duration"))) : length(file);
        return length.map(heardFor -> catalogue().money(cost(minute.get(), heardFor)));
    }

    private static BigDecimal cost(BigDecimal minute, Duration length) {
        return minute.multiply(BigDecimal.valueOf(length.toMillis()))
                .divide(BigDecimal.valueOf(60_000), 12, RoundingMode.UP);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // What is not there is refused like what is empty.
            return 0;
        }
    }

    private static Optional<Duration> length(Path file) {
        try {
            return AudioLength.of(file);
        } catch (IOException e) {
            // The vendor may know the format all the same.
            return Optional.empty();
        }
    }
}
