package dev.evergreen.provider.stability.internal;

import dev.evergreen.kit.http.Multipart;
import dev.evergreen.kit.provider.AspectRatio;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.PictureSizes;
import dev.evergreen.kit.provider.Prompts;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Pictures from words ({@code /v2beta/stable-image/generate}). The vendor is told proportions; the size follows from the model. */
final class StabilityImages extends CatalogueProvider<ImageRequest, ImageResult> implements ImageGenerator {
    /** Sides are whole multiples of it, in pixels. */
    private static final int STEP = 64;

    private static final long USUAL_AREA = 1L << 20;

    private final StabilityAccount account;

    StabilityImages(StabilityAccount account) {
        super(ImageGenerator.class, account.catalogue());
        this.account = account;
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
        StabilityAccount.describe(findings, Prompts.of(request.shot(), request.style()), model);
        Optional<AspectRatio> ratio = ratio(model, request);
        findings.refuseIf(ratio.isEmpty(), "the model " + model.id() + " has no option 'ratios'")
                .refuseIf(
                        !request.references().isEmpty(),
                        request.references().size() + " reference pictures; " + model.id() + " takes none")
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
        return account.quote(model(offer), "image", Duration.ofSeconds(15));
    }

    @Override
    public Outcome<ImageResult> execute(ImageRequest request, Offer offer, CallContext call) throws ProviderException {
        Model model = catalogue().served(offer);
        Multipart form = new Multipart()
                .text("prompt", Prompts.of(request.shot(), request.style()))
                .text("seed", StabilityAccount.seed(request.seed()));
        ratio(model, request).ifPresent(proportions -> form.text("aspect_ratio", proportions.toString()));
        MediaFile picture = account.order(model, "image", form, call);
        return Outcome.done(new ImageResult(picture, List.of()));
    }

    private static Optional<AspectRatio> ratio(Model model, ImageRequest request) {
        return AspectRatio.nearest(model.list("ratios"), request.width(), request.height());
    }
}
