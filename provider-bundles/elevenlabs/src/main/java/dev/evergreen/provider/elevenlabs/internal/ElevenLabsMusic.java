package dev.evergreen.provider.elevenlabs.internal;

import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.MusicRequest;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SoundResult;
import dev.evergreen.spi.provider.Support;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Music without singing ({@code /v1/music}). */
final class ElevenLabsMusic extends CatalogueProvider<MusicRequest, SoundResult> implements MusicComposer {
    private static final String PRICE = "minute";
    private static final long SHORTEST = 3_000;
    private static final long LONGEST = 600_000;
    private static final int LONGEST_PROMPT = 4_100;

    private final ElevenLabsAccount account;

    ElevenLabsMusic(ElevenLabsAccount account) {
        super(MusicComposer.class, account.catalogue());
        this.account = account;
    }

    @Override
    public Support<MusicRequest> support(MusicRequest request, Offer offer) {
        long millis = request.duration().toMillis();
        return new Findings()
                .refuseIf(
                        millis < SHORTEST || millis > LONGEST,
                        "the length " + millis / 1000.0 + " s; music lasts 3 to 600 s")
                .refuseIf(
                        prompt(request).length() > LONGEST_PROMPT,
                        "the description has " + prompt(request).length() + " letters; at most " + LONGEST_PROMPT
                                + " are taken")
                .support(request);
    }

    @Override
    public Quote quote(MusicRequest request, Offer offer) {
        Model model = model(offer);
        Optional<BigDecimal> minute = model.price(PRICE);
        if (minute.isEmpty()) {
            return catalogue().noPrice(model, PRICE);
        }
        BigDecimal exact = minute.get()
                .multiply(BigDecimal.valueOf(request.duration().toMillis()))
                .divide(BigDecimal.valueOf(60_000), 12, RoundingMode.UP);
        return catalogue()
                .price(
                        exact,
                        exact,
                        Duration.ofSeconds(20).plus(request.duration().dividedBy(4)));
    }

    @Override
    public Outcome<SoundResult> execute(MusicRequest request, Offer offer, CallContext call) throws ProviderException {
        Model model = catalogue().served(offer);
        ElevenLabsAccount.Sound sound = account.sound(
                account.post("v1/music", model)
                        .json(Map.of(
                                "prompt",
                                prompt(request),
                                "music_length_ms",
                                request.duration().toMillis(),
                                "model_id",
                                model.id(),
                                "force_instrumental",
                                true)),
                call);
        return new Outcome.Done<>(new SoundResult(sound.file(), sound.length()), account.charge(sound.answer(), model));
    }

    private static String prompt(MusicRequest request) {
        return (request.mood() + " background music for a film, without voices"
                        + (request.style().isBlank() ? "" : ", " + request.style())
                        + ", with a beginning and an ending.")
                .strip();
    }
}
