package dev.evergreen.provider.google.gemini.internal;

import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.PictureSizes;
import dev.evergreen.kit.provider.Prompts;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Pictures from words and from reference pictures. The vendor takes proportions (option {@code ratios}), of which each has its size in pixels
 * (option {@code sizes}), and a class of sizes (option {@code imageSize}, such as {@code 2K}).
 */
final class GeminiImages extends CatalogueProvider<ImageRequest, ImageResult> implements ImageGenerator {
    private final GeminiPictures pictures;

    GeminiImages(GeminiAccount account) {
        super(ImageGenerator.class, account.catalogue());
        this.pictures = new GeminiPictures(account);
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
        long references = model.limit("references").orElse(0L);
        findings.refuseIf(prompt.isBlank(), "the description is empty; say what is to be seen")
                .refuseIf(
                        request.references().size() > references,
                        request.references().size() + " reference pictures; " + model.id() + " takes at most "
                                + references)
                .warnIf(request.layered(), model.id() + " makes no layers; the picture is one piece");
        GeminiInputs.check(findings, model, prompt, request.references());
        Optional<PictureSizes.Size> nearest =
                PictureSizes.nearest(model.list("sizes"), request.width(), request.height());
        findings.refuseIf(
                nearest.isEmpty() || model.list("ratios").isEmpty(),
                "the model " + model.id() + " has no options 'ratios' and 'sizes'");
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
        return pictures.quote(
                model(offer),
                Prompts.of(request.shot(), request.style()),
                request.references().size());
    }

    @Override
    public Outcome<ImageResult> execute(ImageRequest request, Offer offer, CallContext call) throws ProviderException {
        Model model = catalogue().served(offer);
        Map<String, Object> picture = new HashMap<>();
        PictureSizes.nearest(model.list("ratios"), request.width(), request.height())
                .ifPresent(ratio -> picture.put("aspectRatio", ratio.width() + ":" + ratio.height()));
        if (!model.option("imageSize", "").isEmpty()) {
            picture.put("imageSize", model.option("imageSize", ""));
        }
        return pictures.make(
                model,
                Prompts.of(request.shot(), request.style()),
                request.references(),
                picture,
                request.seed(),
                call);
    }
}
