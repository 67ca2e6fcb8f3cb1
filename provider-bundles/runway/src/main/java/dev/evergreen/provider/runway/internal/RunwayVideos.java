package dev.evergreen.provider.runway.internal;

import dev.evergreen.kit.provider.CatalogueProvider;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Films from words or from a first picture ({@code /v1/text_to_video}, {@code /v1/image_to_video}). */
final class RunwayVideos extends CatalogueProvider<VideoRequest, VideoResult>
        implements VideoGenerator, Pollable<VideoResult> {
    private static final String PRICE = "second";
    private static final String LENGTH = "seconds";
    private static final long LARGEST_SEED = 4_294_967_295L;

    private final RunwayAccount account;
    private final RunwayTasks tasks;

    RunwayVideos(RunwayAccount account) {
        super(VideoGenerator.class, account.catalogue());
        this.account = account;
        this.tasks = new RunwayTasks(account);
    }

    @Override
    public Support<VideoRequest> support(VideoRequest request, Offer offer) {
        Model model = model(offer);
        boolean picture = request.start().isPresent();
        Findings findings = new Findings();
        if (request.width() < 1 || request.height() < 1 || request.duration().toMillis() < 1) {
            return findings.refuse("a film has a size and a length, but " + request.width() + "x" + request.height()
                            + " for " + request.duration().toMillis() + " ms was asked for")
                    .support(request);
        }
        String prompt = Prompts.of(request.shot(), "");
        long most = model.limit("prompt-characters").orElse(1_000L);
        findings.refuseIf(
                        prompt.length() > most,
                        "the description has " + prompt.length() + " letters; " + model.id() + " takes at most " + most)
                .refuseIf(prompt.isBlank() && !picture, "the description is empty; say what is to be seen")
                .refuseIf(
                        ratios(model, picture).isEmpty(),
                        model.id() + (picture ? " takes no first picture" : " needs a first picture"));
        request.start().flatMap(RunwayInputs::objection).ifPresent(findings::refuse);
        Optional<Long> seconds = seconds(model, request.duration());
        findings.refuseIf(
                seconds.isEmpty(),
                "the length " + request.duration().toMillis() / 1000.0 + " s; " + model.id() + " makes "
                        + model.option(LENGTH, "none") + " s");
        PictureSizes.Size size = size(model, request).orElse(new PictureSizes.Size(request.width(), request.height()));
        Duration length = seconds.map(Duration::ofSeconds).orElse(request.duration());
        findings.warnIf(
                        size.width() != request.width() || size.height() != request.height(),
                        model.id() + " makes " + size + " instead of " + request.width() + "x" + request.height())
                .warnIf(
                        !length.equals(request.duration()),
                        model.id() + " makes " + length.toSeconds() + " s instead of "
                                + request.duration().toMillis() / 1000.0 + " s");
        return findings.support(
                new VideoRequest(request.shot(), request.start(), size.width(), size.height(), length, request.seed()));
    }

    @Override
    public Quote quote(VideoRequest request, Offer offer) {
        Model model = model(offer);
        Optional<BigDecimal> second = model.price(PRICE);
        Optional<Long> seconds = seconds(model, request.duration());
        if (second.isEmpty() || seconds.isEmpty()) {
            return catalogue().noPrice(model, PRICE);
        }
        BigDecimal exact = second.get().multiply(BigDecimal.valueOf(seconds.get()));
        return catalogue().price(exact, exact, Duration.ofSeconds(60 + seconds.get() * 10));
    }

    @Override
    public Outcome<VideoResult> execute(VideoRequest request, Offer offer, CallContext call) throws ProviderException {
        Model model = catalogue().served(offer);
        long seconds =
                seconds(model, request.duration()).orElse(request.duration().toSeconds());
        String prompt = Prompts.of(request.shot(), "");
        Map<String, Object> order = new HashMap<>();
        order.put("model", model.id());
        order.put("ratio", request.width() + ":" + request.height());
        order.put("duration", seconds);
        if (!prompt.isBlank()) {
            order.put("promptText", prompt);
        }
        if (Boolean.parseBoolean(model.option("seed", "false"))) {
            order.put("seed", Math.floorMod(request.seed(), LARGEST_SEED));
        }
        if (model.options().containsKey("audio")) {
            order.put("audio", Boolean.parseBoolean(model.option("audio", "false")));
        }
        Optional<MediaFile> start = request.start();
        if (start.isPresent()) {
            order.put("promptImage", RunwayInputs.address(start.get()));
        }
        return tasks.begin(
                start.isPresent() ? "v1/image_to_video" : "v1/text_to_video",
                order,
                Map.of(LENGTH, String.valueOf(seconds)),
                call);
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
    public void cancel(Checkpoint checkpoint, CallContext call) throws ProviderException {
        tasks.cancel(checkpoint, call);
    }

    private static List<String> ratios(Model model, boolean picture) {
        return model.list(picture ? "ratios" : "textRatios");
    }

    private static Optional<PictureSizes.Size> size(Model model, VideoRequest request) {
        return PictureSizes.nearest(ratios(model, request.start().isPresent()), request.width(), request.height());
    }

    /** The shortest length that the model makes and that is not shorter than what is wanted; {@code 2-10} or {@code 4,6,8}. */
    private static Optional<Long> seconds(Model model, Duration wanted) {
        return model.list(LENGTH).stream()
                .flatMapToLong(item -> {
                    String[] bounds = item.split("-", 2);
                    long from = Long.parseLong(bounds[0].strip());
                    return LongStream.rangeClosed(from, bounds.length > 1 ? Long.parseLong(bounds[1].strip()) : from);
                })
                .sorted()
                .filter(length -> Duration.ofSeconds(length).compareTo(wanted) >= 0)
                .boxed()
                .findFirst();
    }
}
