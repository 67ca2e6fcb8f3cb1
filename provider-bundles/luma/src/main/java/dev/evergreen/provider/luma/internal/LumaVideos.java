package dev.evergreen.provider.luma.internal;

import dev.evergreen.kit.provider.AspectRatio;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.ClipLengths;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.PictureSizes;
import dev.evergreen.kit.provider.Prompts;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Pollable;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.provider.VideoGenerator;
import dev.evergreen.spi.provider.VideoRequest;
import dev.evergreen.spi.provider.VideoResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Films from words or from a first picture. The vendor is told proportions, a resolution by its name, and one of a few lengths. */
final class LumaVideos extends CatalogueProvider<VideoRequest, VideoResult>
        implements VideoGenerator, Pollable<VideoResult> {
    private static final String PRICE = "second";
    private static final String LENGTH = "seconds";

    private final LumaTasks tasks;

    LumaVideos(LumaAccount account) {
        super(VideoGenerator.class, account.catalogue());
        this.tasks = new LumaTasks(account);
    }

    @Override
    public Support<VideoRequest> support(VideoRequest request, Offer offer) {
        Model model = model(offer);
        Findings findings = new Findings();
        if (request.width() < 1 || request.height() < 1 || request.duration().toMillis() < 1) {
            return findings.refuse("a film has a size and a length, but " + request.width() + "x" + request.height()
                            + " for " + request.duration().toMillis() + " ms was asked for")
                    .support(request);
        }
        String prompt = Prompts.of(request.shot(), "");
        long most = model.limit("prompt-characters").orElse(Long.MAX_VALUE);
        Optional<Duration> length = length(model, request);
        Optional<AspectRatio> ratio = ratio(model, request);
        Optional<String> resolution = resolution(model, request);
        findings.refuseIf(prompt.isBlank(), "the description is empty; say what is to be seen")
                .refuseIf(
                        prompt.length() > most,
                        "the description has " + prompt.length() + " letters; " + model.id() + " takes at most " + most)
                .refuseIf(
                        ratio.isEmpty() || resolution.isEmpty(),
                        "the model " + model.id() + " lacks one of the options 'ratios' and 'resolutions'")
                .refuseIf(
                        length.isEmpty(),
                        "the length " + request.duration().toMillis() / 1000.0 + " s; " + model.id() + " makes "
                                + model.option(LENGTH, "none") + " s");
        request.start()
                .flatMap(picture -> LumaPictures.objection(picture, model))
                .ifPresent(findings::refuse);
        PictureSizes.Size size = ratio.flatMap(
                        proportions -> resolution.map(name -> proportions.ofShortSide(shortSide(name))))
                .orElse(new PictureSizes.Size(request.width(), request.height()));
        Duration made = length.orElse(request.duration());
        findings.warnIf(
                        size.width() != request.width() || size.height() != request.height(),
                        model.id() + " makes about " + size + " instead of " + request.width() + "x" + request.height())
                .warnIf(
                        !made.equals(request.duration()),
                        model.id() + " makes " + made.toSeconds() + " s instead of "
                                + request.duration().toMillis() / 1000.0 + " s");
        return findings.support(
                new VideoRequest(request.shot(), request.start(), size.width(), size.height(), made, request.seed()));
    }

    @Override
    public Quote quote(VideoRequest request, Offer offer) {
        Model model = model(offer);
        String unit = PRICE + "." + resolution(model, request).orElse("");
        Optional<BigDecimal> second = model.price(unit, PRICE);
        Optional<Duration> length = length(model, request);
        if (second.isEmpty() || length.isEmpty()) {
            return catalogue().noPrice(model, unit);
        }
        BigDecimal exact = second.get().multiply(BigDecimal.valueOf(length.get().toSeconds()));
        return catalogue()
                .price(exact, exact, Duration.ofSeconds(60).plus(length.get().multipliedBy(10)));
    }

    @Override
    public Outcome<VideoResult> execute(VideoRequest request, Offer offer, CallContext call) throws ProviderException {
        Model model = catalogue().served(offer);
        long seconds = length(model, request).orElse(request.duration()).toSeconds();
        Map<String, Object> film = new HashMap<>();
        film.put("duration", seconds + "s");
        resolution(model, request).ifPresent(name -> film.put("resolution", name));
        Optional<MediaFile> start = request.start();
        if (start.isPresent()) {
            film.put("start_frame", LumaPictures.inside(start.get()));
        }
        Map<String, Object> order = new HashMap<>();
        order.put("type", "video");
        order.put("model", model.id());
        order.put("prompt", Prompts.of(request.shot(), ""));
        ratio(model, request).ifPresent(proportions -> order.put("aspect_ratio", proportions.toString()));
        order.put("video", film);
        return tasks.begin(order, Map.of(LENGTH, String.valueOf(seconds)), call);
    }

    @Override
    public Outcome<VideoResult> poll(Checkpoint checkpoint, CallContext call) throws ProviderException {
        return tasks.poll(
                checkpoint,
                call,
                (film, task) -> new VideoResult(
                        new MediaFile(film, "video/mp4"),
                        Duration.ofSeconds(Long.parseLong(task.state().getOrDefault(LENGTH, "0")))));
    }

    @Override
    public void cancel(Checkpoint checkpoint, CallContext call) {
        // The vendor has no way to stop a task.
    }

    private static Optional<AspectRatio> ratio(Model model, VideoRequest request) {
        return AspectRatio.nearest(model.list("ratios"), request.width(), request.height());
    }

    private static Optional<Duration> length(Model model, VideoRequest request) {
        return ClipLengths.shortest(model.list(LENGTH), request.duration());
    }

    /** The smallest that is not smaller than what is wanted; the largest where all are. */
    private static Optional<String> resolution(Model model, VideoRequest request) {
        int wanted = Math.min(request.width(), request.height());
        return model.list("resolutions").stream()
                .filter(name -> shortSide(name) >= wanted)
                .min(Comparator.comparingInt(LumaVideos::shortSide))
                .or(() -> model.list("resolutions").stream().max(Comparator.comparingInt(LumaVideos::shortSide)));
    }

    /** In pixels, by names such as {@code 720p}. */
    private static int shortSide(String resolution) {
        return Integer.parseInt(resolution.replaceFirst("\\D+$", ""));
    }
}
