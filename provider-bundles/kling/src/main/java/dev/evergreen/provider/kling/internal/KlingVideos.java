package dev.evergreen.provider.kling.internal;

import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.provider.AspectRatio;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.ClipLengths;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.PictureSizes;
import dev.evergreen.kit.provider.Prompts;
import dev.evergreen.kit.provider.ResultFiles;
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

/** Films from words ({@code /v1/videos/text2video}) or from a first picture, whose proportions they have ({@code image2video}). */
final class KlingVideos extends CatalogueProvider<VideoRequest, VideoResult>
        implements VideoGenerator, Pollable<VideoResult> {
    private static final String PRICE = "second";
    private static final String LENGTH = "seconds";
    private static final long USUAL_SIDE = 720;

    private final KlingTasks tasks;

    KlingVideos(KlingAccount account) {
        super(VideoGenerator.class, account.catalogue());
        this.tasks = new KlingTasks(account);
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
        findings.refuseIf(
                        prompt.isBlank() && request.start().isEmpty(),
                        "the description is empty; say what is to be seen")
                .refuseIf(
                        prompt.length() > most,
                        "the description has " + prompt.length() + " letters; " + model.id() + " takes at most " + most)
                .refuseIf(ratio.isEmpty(), "the model " + model.id() + " has no option 'ratios'")
                .refuseIf(
                        length.isEmpty(),
                        "the length " + request.duration().toMillis() / 1000.0 + " s; " + model.id() + " makes "
                                + model.option(LENGTH, "none") + " s");
        request.start().ifPresent(picture -> KlingPictures.inspect(findings, picture, model));
        PictureSizes.Size size = ratio.map(proportions -> proportions.ofShortSide(
                        model.limit("short-side").orElse(USUAL_SIDE).intValue()))
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
        Optional<BigDecimal> second = model.price(PRICE);
        Optional<Duration> length = length(model, request);
        if (second.isEmpty() || length.isEmpty()) {
            return catalogue().noPrice(model, PRICE);
        }
        BigDecimal exact = second.get().multiply(BigDecimal.valueOf(length.get().toSeconds()));
        return catalogue()
                .price(exact, exact, Duration.ofSeconds(60).plus(length.get().multipliedBy(15)));
    }

    @Override
    public Outcome<VideoResult> execute(VideoRequest request, Offer offer, CallContext call) throws ProviderException {
        Model model = catalogue().served(offer);
        long seconds = length(model, request).orElse(request.duration()).toSeconds();
        String prompt = Prompts.of(request.shot(), "");
        Map<String, Object> order = new HashMap<>();
        order.put("model_name", model.option("model", model.id()));
        // A text, though it is a number.
        order.put("duration", String.valueOf(seconds));
        for (String option : List.of("mode", "sound")) {
            if (model.options().containsKey(option)) {
                order.put(option, model.option(option, ""));
            }
        }
        if (!prompt.isBlank()) {
            order.put("prompt", prompt);
        }
        Optional<MediaFile> start = request.start();
        if (start.isPresent()) {
            order.put("image", ResultFiles.encoded(start.get()));
        } else {
            ratio(model, request).ifPresent(proportions -> order.put("aspect_ratio", proportions.toString()));
        }
        return tasks.begin(
                start.isPresent() ? KlingTasks.IMAGE_TO_VIDEO : KlingTasks.TEXT_TO_VIDEO,
                order,
                Map.of(LENGTH, String.valueOf(seconds)),
                call);
    }

    @Override
    public Outcome<VideoResult> poll(Checkpoint checkpoint, CallContext call) throws ProviderException {
        return tasks.poll(
                checkpoint,
                "/videos/0",
                call,
                (film, data, task) -> new VideoResult(new MediaFile(film, "video/mp4"), length(data, task)));
    }

    @Override
    public void cancel(Checkpoint checkpoint, CallContext call) {
        // The vendor has no way to stop a task.
    }

    /** As the vendor measured it; as ordered where it does not say. */
    private static Duration length(JsonAnswer data, Checkpoint task) {
        String seconds = data.optionalText("/task_result/videos/0/duration")
                .filter(text -> text.matches("\\d{1,4}(\\.\\d{1,6})?"))
                .orElse(task.state().getOrDefault(LENGTH, "0"));
        return Duration.ofMillis(new BigDecimal(seconds).movePointRight(3).longValue());
    }

    private static Optional<AspectRatio> ratio(Model model, VideoRequest request) {
        return request.start().isPresent()
                ? Optional.of(new AspectRatio(request.width(), request.height()))
                : AspectRatio.nearest(model.list("ratios"), request.width(), request.height());
    }

    private static Optional<Duration> length(Model model, VideoRequest request) {
        return ClipLengths.shortest(model.list(LENGTH), request.duration());
    }
}
