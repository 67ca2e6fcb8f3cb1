package dev.evergreen.productions.internal;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.AnalysisRequest;
import dev.evergreen.spi.provider.AnalysisResult;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.MusicRequest;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.PromptOptimizer;
import dev.evergreen.spi.provider.PromptRequest;
import dev.evergreen.spi.provider.PromptResult;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import dev.evergreen.spi.provider.ScriptAnalyst;
import dev.evergreen.spi.provider.SoundResult;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechResult;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.script.CameraMove;
import dev.evergreen.spi.script.FilmPlan;
import dev.evergreen.spi.script.ScenePlan;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.Shot;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import dev.evergreen.spi.script.SpokenLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A vendor of words and sounds whose prices are fixed and whose moods are drawn: it fails for nothing, or charges for failing. */
abstract class MoodyVendor<Q extends Request<R>, R extends Result> implements Provider<Q, R> {
    private static final double LETTERS_A_SECOND = 12;

    private final Optional<BigDecimal> price;
    private final double failures;
    private final Random moods;
    private final Offer.Tier tier;

    /**
     * @param price of a unit in dollars; empty for one that nobody knows
     * @param failures share of calls that fail, of which a quarter is charged
     */
    MoodyVendor(Optional<String> price, double failures, long seed, Offer.Tier tier) {
        this.price = price.map(BigDecimal::new);
        this.failures = failures;
        this.moods = new Random(seed);
        this.tier = tier;
    }

    abstract BigDecimal units(Q request);

    abstract R make(Q request, Path file);

    @Override
    public List<Offer> offers() {
        return List.of(new Offer("work", "Work", tier, "local", false, Map.of()));
    }

    @Override
    public Support<Q> support(Q request, Offer offer) {
        return Support.yes();
    }

    @Override
    public Quote quote(Q request, Offer offer) {
        return price.<Quote>map(unit -> new Quote.Known(cost(request), cost(request), Duration.ofSeconds(1)))
                .orElseGet(() -> new Quote.Unknown("the price list is lost"));
    }

    private Money cost(Q request) {
        return Money.ceiling(
                price.orElseThrow().multiply(units(request)), Money.free().currency());
    }

    @Override
    public Outcome<R> execute(Q request, Offer offer, CallContext call) throws ProviderException {
        double mood;
        boolean charges;
        synchronized (moods) {
            mood = moods.nextDouble();
            charges = moods.nextInt(4) == 0;
        }
        if (mood < failures) {
            throw new ProviderException(
                    ProviderException.Kind.UNAVAILABLE,
                    "in no mood",
                    null,
                    Optional.empty(),
                    charges ? Optional.of(cost(request)) : Optional.empty());
        }
        try {
            Path file = call.workspace().newFile(".wav");
            Files.writeString(file, "sound of " + request);
            return new Outcome.Done<>(make(request, file), Optional.of(cost(request)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tenth of a cent or so a letter. */
    static final class Narrator extends MoodyVendor<SpeechRequest, SpeechResult> implements SpeechSynthesizer {
        Narrator(String price, double failures, long seed) {
            super(Optional.of(price), failures, seed, Offer.Tier.STANDARD);
        }

        @Override
        BigDecimal units(SpeechRequest request) {
            return BigDecimal.valueOf(request.text().length());
        }

        @Override
        SpeechResult make(SpeechRequest request, Path file) {
            Duration length = Duration.ofMillis(Math.round(request.text().length() * 1000 / LETTERS_A_SECOND));
            return new SpeechResult(new MediaFile(file, "audio/wav"), "any", length, List.of());
        }
    }

    /** So much a second. */
    static final class Composer extends MoodyVendor<MusicRequest, SoundResult> implements MusicComposer {
        Composer(Optional<String> price) {
            super(price, 0, 1, Offer.Tier.STANDARD);
        }

        @Override
        BigDecimal units(MusicRequest request) {
            return BigDecimal.valueOf(request.duration().toMillis(), 3);
        }

        @Override
        SoundResult make(MusicRequest request, Path file) {
            return new SoundResult(new MediaFile(file, "audio/wav"), request.duration());
        }
    }

    /** Says the same in fewer words. */
    static final class Rewriter extends MoodyVendor<PromptRequest, PromptResult> implements PromptOptimizer {
        Rewriter(String price) {
            super(Optional.of(price), 0, 1, Offer.Tier.STANDARD);
        }

        @Override
        BigDecimal units(PromptRequest request) {
            return BigDecimal.ONE;
        }

        @Override
        PromptResult make(PromptRequest request, Path file) {
            return new PromptResult("short: " + request.shot().prompt(), List.of("shortened"));
        }
    }

    /** Makes a shot of every paragraph, in which it is spoken. */
    static final class Analyst extends MoodyVendor<AnalysisRequest, AnalysisResult> implements ScriptAnalyst {
        Analyst(String price) {
            this(price, Offer.Tier.STANDARD);
        }

        Analyst(String price, Offer.Tier tier) {
            super(Optional.of(price), 0, 1, tier);
        }

        @Override
        BigDecimal units(AnalysisRequest request) {
            return BigDecimal.ONE;
        }

        @Override
        AnalysisResult make(AnalysisRequest request, Path file) {
            List<ScenePlan> scenes = request.screenplay().scenes().stream()
                    .map(scene -> new ScenePlan(
                            scene.id(),
                            scene.heading().text(),
                            "calm",
                            scene.elements().stream()
                                    .map(element -> shot(scene.id(), element.text()))
                                    .toList()))
                    .toList();
            return new AnalysisResult(new FilmPlan("Tide", "", List.of(), scenes));
        }

        private static Shot shot(String scene, String text) {
            ShotDescription picture = new ShotDescription(
                    text,
                    Setting.EXTERIOR,
                    "beach",
                    "dawn",
                    "",
                    "",
                    "calm",
                    ShotSize.WIDE,
                    List.of(),
                    List.of(),
                    List.of());
            return new Shot(
                    scene + "/" + text, List.of(new SpokenLine("", text, "")), picture, CameraMove.HOLD, "", "", "");
        }
    }
}
