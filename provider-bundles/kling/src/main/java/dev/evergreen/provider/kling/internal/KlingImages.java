package dev.evergreen.provider.kling.internal;

import dev.evergreen.kit.provider.AspectRatio;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.PictureSizes;
import dev.evergreen.kit.provider.Prompts;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Pollable;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures from words ({@code /v1/images/generations}). The vendor is told proportions and a resolution by its name. */
final class KlingImages extends CatalogueProvider<ImageRequest, ImageResult>
        implements ImageGenerator, Pollable<ImageResult> {
    /** Sides are about whole multiples of it, in pixels. */
    private static final int STEP = 16;

    private static final long USUAL_AREA = 1L << 20;
    private static final String PRICE = "image";

    private final KlingTasks tasks;

    KlingImages(KlingAccount account) {
        super(ImageGenerator.class, account.catalogue());
        this.tasks = new KlingTasks(account);
    }

    @Override
    public Support<ImageRequest> support(ImageRequest request, Offer offer) {
        Model model = model(offer);
        Findings findings = new Findings();
        if (request.width() < 1 || request.height() < 1) {
            return findings.refuse("width x height is " + request.width() + "x" + request.height()
                            + "; a picture has at least one pixel")
                    .support(request);
        }
        String prompt = Prompts.of(request.shot(), request.style());
        long most = model.limit("prompt-characters").orElse(Long.MAX_VALUE);
        Optional<AspectRatio> ratio = ratio(model, request);
        findings.refuseIf(
                        prompt.isBlank() || prompt.length() > most,
                        "the description has " + prompt.length() + " letters; " + model.id() + " takes 1 to " + most)
                .refuseIf(
                        !request.references().isEmpty(),
                        request.references().size() + " reference pictures; " + model.id() + " takes none")
                .refuseIf(ratio.isEmpty(), "the model " + model.id() + " has no option 'ratios'")
                .warnIf(request.layered(), model.id() + " makes no layers; the picture is one piece");
        PictureSizes.Size size = ratio.map(
                        proportions -> proportions.ofArea(model.limit("pixels").orElse(USUAL_AREA), STEP))
                .orElse(new PictureSizes.Size(request.width(), request.height()));
        findings.warnIf(
                size.width() != request.width() || size.height() != request.height(),
                model.id() + " makes about " + size + " instead of " + request.width() + "x" + request.height());
        return findings.support(new ImageRequest(
                request.shot(),
                request.style(),
                size.width(),
                size.height(),
                request.seed(),
                false,
                request.references()));
    }

    @Override
    public Quote quote(ImageRequest request, Offer offer) {
        Model model = model(offer);
        return model.price(PRICE)
                .map(price -> catalogue().price(price, price, Duration.ofSeconds(30)))
                .orElseGet(() -> catalogue().noPrice(model, PRICE));
    }

    @Override
    public Outcome<ImageResult> execute(ImageRequest request, Offer offer, CallContext call) throws ProviderException {
        Model model = catalogue().served(offer);
        Map<String, Object> order = new HashMap<>();
        order.put("model_name", model.option("model", model.id()));
        order.put("prompt", Prompts.of(request.shot(), request.style()));
        order.put("n", 1);
        if (model.options().containsKey("resolution")) {
            order.put("resolution", model.option("resolution", ""));
        }
        ratio(model, request).ifPresent(proportions -> order.put("aspect_ratio", proportions.toString()));
        return tasks.begin(KlingTasks.IMAGES, order, Map.of(), call);
    }

    @Override
    public Outcome<ImageResult> poll(Checkpoint checkpoint, CallContext call) throws ProviderException {
        // The engine tells the type by the content.
        return tasks.poll(
                checkpoint,
                "/images/0",
                call,
                (picture, data, task) -> new ImageResult(new MediaFile(picture, "image/png"), List.of()));
    }

    @Override
    public void cancel(Checkpoint checkpoint, CallContext call) {
        // The vendor has no way to stop a task.
    }

    private static Optional<AspectRatio> ratio(Model model, ImageRequest request) {
        return AspectRatio.nearest(model.list("ratios"), request.width(), request.height());
    }
}
