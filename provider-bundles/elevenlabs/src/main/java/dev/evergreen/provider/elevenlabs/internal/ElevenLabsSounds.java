package dev.evergreen.provider.elevenlabs.internal;

import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SoundDesigner;
import dev.evergreen.spi.provider.SoundRequest;
import dev.evergreen.spi.provider.SoundResult;
import dev.evergreen.spi.provider.Support;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Sounds from words ({@code /v1/sound-generation}). The vendor's document tells the limits of the length in words only. */
final class ElevenLabsSounds extends CatalogueProvider<SoundRequest, SoundResult> implements SoundDesigner {
    private static final String PRICE = "second";
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ElevenLabsAccount account;

    ElevenLabsSounds(ElevenLabsAccount account) {
        super(SoundDesigner.class, account.catalogue());
        this.account = account;
    }

    @Override
    public Support<SoundRequest> support(SoundRequest request, Offer offer) {
        Duration length = request.duration();
        boolean tooShort = length.compareTo(SHORTEST) < 0;
        return new Findings()
                .refuseIf(request.description().isBlank(), "the description is empty; say what is to be heard")
                .refuseIf(
                        length.compareTo(LONGEST) > 0,
                        "the length " + length.toMillis() / 1000.0 + " s; sounds last at most " + LONGEST.toSeconds()
                                + " s")
                .warnIf(tooShort, "sounds last at least 0.5 s")
                .support(new SoundRequest(request.description(), tooShort ? SHORTEST : length, request.seed()));
    }

    @Override
    public Quote quote(SoundRequest request, Offer offer) {
        Model model = model(offer);
        Optional<BigDecimal> second = model.price(PRICE);
        if (second.isEmpty()) {
            return catalogue().noPrice(model, PRICE);
        }
        BigDecimal exact = second.get().multiply(seconds(request.duration()));
        return catalogue().price(exact, exact, Duration.ofSeconds(8));
    }

    @Override
    public Outcome<SoundResult> execute(SoundRequest request, Offer offer, CallContext call) throws ProviderException {
        Model model = catalogue().served(offer);
        ElevenLabsAccount.Sound sound = account.sound(
                account.post("v1/sound-generation", model)
                        .json(Map.of(
                                "text",
                                request.description(),
                                "duration_seconds",
                                seconds(request.duration()),
                                "model_id",
                                model.id())),
                call);
        return new Outcome.Done<>(new SoundResult(sound.file(), sound.length()), account.charge(sound.answer(), model));
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis()).movePointLeft(3);
    }
}
