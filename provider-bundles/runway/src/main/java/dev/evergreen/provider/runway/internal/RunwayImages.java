package dev.evergreen.provider.runway.internal;

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
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures from words and from reference pictures ({@code /v1/text_to_image}). */
final class RunwayImages extends CatalogueProvider<ImageRequest, ImageResult>
        implements ImageGenerator, Pollable<ImageResult> {
    private static final String PRICE = "image";
    private static final long LARGEST_SEED = 4_294_967_295L;

    private final RunwayTasks tasks;

    RunwayImages(RunwayAccount account) {
        super(ImageGenerator.class, account.catalogue());
        this.tasks = new RunwayTasks(account);
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
        long most = model.limit("prompt-characters").orElse(1_000L);
        long references = model.limit("references").orElse(0L);
        findings.refuseIf(
                        prompt.isBlank() || prompt.length() > most,
                        "the description has " + prompt.length() + " letters; " + model.id() + " takes 1 to " + most)
                .refuseIf(
                        request.references().size() > references,
                        request.references().size() + " reference pictures; " + model.id() + " takes at most "
                                + references)
                .warnIf(request.layered(), model.id() + " makes no layers; the picture is one piece");
        request.references().stream()
                .map(RunwayInputs::objection)
                .flatMap(Optional::stream)
                .forEach(findings::refuse);
        Optional<PictureSizes.Size> nearest =
                PictureSizes.nearest(model.list("ratios"), request.width(), request.height());
        findings.refuseIf(nearest.isEmpty(), "the model " + model.id() + " has no option 'ratios'");
        PictureSizes.Size size = nearest.orElse(new PictureSizes.Size(request.width(), request.height()));
        findings.warnIf(
                size.width() != request.width() || size.height() != request.height(),
                model.id() + " makes " + size + " instead of " + request.width() + "x" + request.height());
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
        Optional<BigDecimal> price = model.price(PRICE);
        return price.isPresent()
                ? catalogue().price(price.get(), price.get(), Duration.ofSeconds(30))
                : catalogue().noPrice(model, PRICE);
    }

    @Override
    public Outcome<ImageResult> execute(ImageRequest request, Offer offer, CallContext call) throws ProviderException {
        Model model = catalogue().served(offer);
        Map<String, Object> order = new HashMap<>();
        order.put("model", model.id());
        order.put("promptText", Prompts.of(request.shot(), request.style()));
        order.put("ratio", request.width() + ":" + request.height());
        order.put("seed", Math.floorMod(request.seed(), LARGEST_SEED));
        List<Map<String, String>> references = new ArrayList<>();
        for (MediaFile reference : request.references()) {
            references.add(Map.of("uri", RunwayInputs.address(reference)));
        }
        if (!references.isEmpty()) {
            order.put("referenceImages", references);
        }
        return tasks.begin("v1/text_to_image", order, Map.of(), call);
    }

    @Override
    public Outcome<ImageResult> poll(Checkpoint checkpoint, CallContext call) throws ProviderException {
        // The engine tells the type by the content.
        return tasks.poll(
                checkpoint, call, (picture, task) -> new ImageResult(new MediaFile(picture, "image/png"), List.of()));
    }

    @Override
    public void cancel(Checkpoint checkpoint, CallContext call) throws ProviderException {
        tasks.cancel(checkpoint, call);
    }
}
