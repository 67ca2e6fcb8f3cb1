package dev.evergreen.kit.generation;

import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.Prompts;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.provider.VideoGenerator;
import dev.evergreen.spi.provider.VideoRequest;
import dev.evergreen.spi.provider.VideoResult;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Films. Places of a template: prompt, width, height, size, seed, seconds, frames (with the limit {@code frame-rate}; one more than the
 * length has, as these models count), start (the first picture, which the option {@code start} may say is {@code required}).
 */
public final class GeneratedVideos extends Generation<VideoRequest, VideoResult> implements VideoGenerator {
    private static final String START = "start";
    private static final String FRAME_RATE = "frame-rate";

    public GeneratedVideos(Catalogue catalogue, TaskVendor vendor) {
        super(
                VideoGenerator.class,
                catalogue,
                vendor,
                Set.of("prompt", "width", "height", "size", "seed", Shapes.SECONDS, "frames", START));
    }

    @Override
    public Support<VideoRequest> support(VideoRequest request, Offer offer) {
        Model model = model(offer);
        Findings findings = new Findings();
        boolean picture = request.start().isPresent();
        findings.refuseIf(picture && !uses(model, START), model.id() + " takes no first picture")
                .refuseIf(
                        !picture && model.option(START, "optional").equals("required"),
                        model.id() + " needs a first picture");
        prompt(model, Prompts.of(request.shot(), ""), picture, findings);
        objections(request.start().stream().toList(), findings);
        Optional<Duration> length =
                request.duration().toMillis() < 1 ? Optional.empty() : Shapes.length(model, request.duration());
        findings.refuseIf(
                        length.isEmpty(),
                        "the length " + seconds(request.duration()) + " s; " + model.id() + " makes "
                                + model.option(Shapes.SECONDS, "none") + " s")
                .warnIf(
                        length.isPresent() && !length.get().equals(request.duration()),
                        model.id() + " makes "
                                + length.map(GeneratedVideos::seconds).orElse(0.0) + " s instead of "
                                + seconds(request.duration()) + " s");
        Optional<Shapes.Sized> size = sized(model, request.width(), request.height(), findings);
        return findings.support(new VideoRequest(
                request.shot(),
                request.start(),
                size.map(Shapes.Sized::width).orElse(request.width()),
                size.map(Shapes.Sized::height).orElse(request.height()),
                length.orElse(request.duration()),
                request.seed()));
    }

    @Override
    public Quote quote(VideoRequest request, Offer offer) {
        Model model = model(offer);
        long seconds = Shapes.length(model, request.duration())
                .orElse(request.duration())
                .toSeconds();
        return Pricing.quote(
                catalogue(),
                model,
                "second",
                Map.of("second", BigDecimal.valueOf(seconds), "video", BigDecimal.ONE, "run", BigDecimal.ONE),
                Duration.ofSeconds(60 + seconds * 10));
    }

    @Override
    Map<String, Object> values(VideoRequest request, Model model) {
        Shapes.Sized size = Shapes.size(model, request.width(), request.height());
        long seconds = Shapes.length(model, request.duration())
                .orElse(request.duration())
                .toSeconds();
        Map<String, Object> values = new HashMap<>(Map.of(
                "width",
                size.width(),
                "height",
                size.height(),
                "size",
                size.word(),
                "seed",
                Shapes.seed(model, request.seed()),
                Shapes.SECONDS,
                seconds));
        // Some models want a description even of a picture that moves by itself.
        values.put("prompt", Prompts.of(request.shot(), ""));
        model.limit(FRAME_RATE).ifPresent(rate -> values.put("frames", seconds * rate + 1));
        return values;
    }

    @Override
    Map<String, List<MediaFile>> files(VideoRequest request) {
        return Map.of(START, request.start().stream().toList());
    }

    @Override
    Map<String, String> state(VideoRequest request, Model model) {
        return Map.of(
                Shapes.SECONDS,
                String.valueOf(Shapes.length(model, request.duration())
                        .orElse(request.duration())
                        .toSeconds()));
    }

    @Override
    public VideoResult of(Path output, Map<String, String> state) {
        return new VideoResult(
                new MediaFile(output, "video/mp4"),
                Duration.ofSeconds(Long.parseLong(state.getOrDefault(Shapes.SECONDS, "0"))));
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }
}
