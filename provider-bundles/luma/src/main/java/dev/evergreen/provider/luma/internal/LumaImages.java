package dev.evergreen.provider.luma.internal;

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
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures from words and from reference pictures. The vendor is told proportions; the size follows from the model. */
final class LumaImages extends CatalogueProvider<ImageRequest, ImageResult>
        implements ImageGenerator, Pollable<ImageResult> {
    private static final String PRICE = "image";
    private static final String REFERENCE_PRICE = "reference";
    private static final String TYPE = "type";
    private static final long USUAL_SIDE = 2_048;

    private final LumaTasks tasks;

    LumaImages(LumaAccount account) {
        super(ImageGenerator.class, account.catalogue());
        this.tasks = new LumaTasks(account);
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
        long references = model.limit("references").orElse(0L);
        Optional<AspectRatio> ratio = ratio(model, request);
        findings.refuseIf(prompt.isBlank(), "the description is empty; say what is to be seen")
                .refuseIf(
                        prompt.length() > most,
                        "the description has " + prompt.length() + " letters; " + model.id() + " takes at most " + most)
                .refuseIf(
                        request.references().size() > references,
                        request.references().size() + " reference pictures; " + model.id() + " takes at most "
                                + references)
                .refuseIf(ratio.isEmpty(), "the model " + model.id() + " has no option 'ratios'")
                .warnIf(request.layered(), model.id() + " makes no layers; the picture is one piece");
        request.references().stream()
                .map(reference -> LumaPictures.objection(reference, model))
                .flatMap(Optional::stream)
                .forEach(findings::refuse);
        PictureSizes.Size size = ratio.map(proportions -> size(model, proportions))
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
        Optional<BigDecimal> picture = model.price(PRICE);
        Optional<BigDecimal> reference = model.price(REFERENCE_PRICE);
        if (picture.isEmpty()) {
            return catalogue().noPrice(model, PRICE);
        }
        if (reference.isEmpty() && !request.references().isEmpty()) {
            return catalogue().noPrice(model, REFERENCE_PRICE);
        }
        BigDecimal exact = picture.get()
                .add(reference
                        .orElse(BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(request.references().size())));
        return catalogue().price(exact, exact, Duration.ofSeconds(40));
    }

    @Override
    public Outcome<ImageResult> execute(ImageRequest request, Offer offer, CallContext call) throws ProviderException {
        Model model = catalogue().served(offer);
        String format = model.option("format", "png");
        Map<String, Object> order = new HashMap<>();
        order.put(TYPE, "image");
        order.put("model", model.id());
        order.put("prompt", Prompts.of(request.shot(), request.style()));
        order.put("output_format", format);
        ratio(model, request).ifPresent(proportions -> order.put("aspect_ratio", proportions.toString()));
        List<Map<String, String>> references = new ArrayList<>();
        for (MediaFile reference : request.references()) {
            references.add(LumaPictures.inside(reference));
        }
        if (!references.isEmpty()) {
            order.put("image_ref", references);
        }
        return tasks.begin(order, Map.of(TYPE, "image/" + format), call);
    }

    @Override
    public Outcome<ImageResult> poll(Checkpoint checkpoint, CallContext call) throws ProviderException {
        return tasks.poll(
                checkpoint,
                call,
                (picture, task) -> new ImageResult(
                        new MediaFile(picture, task.state().getOrDefault(TYPE, "image/png")), List.of()));
    }

    @Override
    public void cancel(Checkpoint checkpoint, CallContext call) {
        // The vendor has no way to stop a task.
    }

    private static Optional<AspectRatio> ratio(Model model, ImageRequest request) {
        return AspectRatio.nearest(model.list("ratios"), request.width(), request.height());
    }

    private static PictureSizes.Size size(Model model, AspectRatio ratio) {
        double longest = model.limit("longest-side").orElse(USUAL_SIDE);
        double share = (double) Math.min(ratio.width(), ratio.height()) / Math.max(ratio.width(), ratio.height());
        return ratio.ofShortSide((int) Math.round(longest * share));
    }
}
