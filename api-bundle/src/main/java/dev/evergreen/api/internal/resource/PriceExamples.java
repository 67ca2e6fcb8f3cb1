package dev.evergreen.api.internal.resource;

import dev.evergreen.api.internal.http.Exchange;
import dev.evergreen.api.internal.view.OfferView.Price;
import dev.evergreen.api.internal.view.RankingView;
import dev.evergreen.orchestrator.CallOptions;
import dev.evergreen.orchestrator.Orchestrator;
import dev.evergreen.orchestrator.Ranking;
import dev.evergreen.orchestrator.Routing;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.MusicComposer;
import dev.evergreen.spi.provider.MusicRequest;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Request;
import dev.evergreen.spi.provider.Result;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.provider.TextGenerator;
import dev.evergreen.spi.provider.TextRequest;
import dev.evergreen.spi.provider.VideoGenerator;
import dev.evergreen.spi.provider.VideoRequest;
import dev.evergreen.spi.script.Setting;
import dev.evergreen.spi.script.ShotDescription;
import dev.evergreen.spi.script.ShotSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Quotes for requests of a usual size, so that offers can be compared. Nothing is called. */
final class PriceExamples {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int CHARACTERS = 1000;
    private static final int TOKENS = 1000;
    private static final String SENTENCE = "The tide comes in over the stones. ";

    private static final ShotDescription SHOT = new ShotDescription(
            "A calm beach at dawn.",
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

    private final Orchestrator orchestrator;
    private final CallOptions options;
    private final List<RankingView> rankings = new ArrayList<>();
    private final Map<String, Price> prices = new HashMap<>();

    private PriceExamples(Orchestrator orchestrator, CallOptions options) {
        this.orchestrator = orchestrator;
        this.options = options;
    }

    /** By capability, a space, and the offer's id. */
    static Map<String, Price> of(Orchestrator orchestrator, Exchange exchange) {
        return by(orchestrator, Calls.any(exchange)).prices;
    }

    /** Who would be asked by these rules, for each capability that somebody offers. */
    static List<RankingView> rankings(Orchestrator orchestrator, Exchange exchange, Routing routing) {
        return by(orchestrator, Calls.by(exchange, routing)).rankings;
    }

    private static PriceExamples by(Orchestrator orchestrator, CallOptions options) {
        PriceExamples examples = new PriceExamples(orchestrator, options);
        String speech = SENTENCE.repeat(CHARACTERS / SENTENCE.length() + 1).substring(0, CHARACTERS);
        examples.add(
                SpeechSynthesizer.class,
                new SpeechRequest(speech.strip(), "en", "", Optional.empty(), "", 1),
                "1,000 characters of speech");
        examples.add(
                ImageGenerator.class,
                new ImageRequest(SHOT, "", WIDTH, HEIGHT, 1, false, List.of()),
                "a picture of 1920 by 1080");
        examples.add(
                VideoGenerator.class,
                new VideoRequest(SHOT, Optional.empty(), WIDTH, HEIGHT, Duration.ofSeconds(5), 1),
                "5 seconds of video");
        examples.add(MusicComposer.class, new MusicRequest("calm", "", Duration.ofMinutes(1), 1), "a minute of music");
        examples.add(
                TextGenerator.class,
                new TextRequest("", speech.strip(), Optional.empty(), TOKENS, 0),
                "1,000 characters in, 1,000 tokens out");
        return examples;
    }

    private <Q extends Request<R>, R extends Result> void add(
            Class<? extends Provider<Q, R>> capability, Q request, String words) {
        Ranking ranking = orchestrator.rank(capability, request, options);
        if (!ranking.candidates().isEmpty()) {
            rankings.add(RankingView.of(capability.getSimpleName(), words, ranking));
        }
        ranking.candidates()
                .forEach(candidate ->
                        prices.put(capability.getSimpleName() + " " + candidate.offer(), Price.of(words, candidate)));
    }
}
