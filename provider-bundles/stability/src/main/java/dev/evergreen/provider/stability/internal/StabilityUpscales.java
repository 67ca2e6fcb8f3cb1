package dev.evergreen.provider.stability.internal;

import dev.evergreen.kit.http.Multipart;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.PictureFiles;
import dev.evergreen.kit.provider.PictureSizes;
import dev.evergreen.kit.provider.ResultFiles;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.provider.UpscaleRequest;
import dev.evergreen.spi.provider.Upscaler;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Enlarged pictures ({@code /v2beta/stable-image/upscale/fast}), by a factor that the vendor has fixed. */
final class StabilityUpscales extends CatalogueProvider<UpscaleRequest, ImageResult> implements Upscaler {
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/webp");
    private static final String FACTOR = "factor";

    private final StabilityAccount account;

    StabilityUpscales(StabilityAccount account) {
        super(Upscaler.class, account.catalogue());
        this.account = account;
    }

    @Override
    public Support<UpscaleRequest> support(UpscaleRequest request, Offer offer) {
        Model model = model(offer);
        int factor = model.limit(FACTOR).orElse((long) request.factor()).intValue();
        Findings findings = new Findings()
                .refuseIf(
                        request.factor() < 2 || request.factor() > factor,
                        "the factor " + request.factor() + "; " + model.id() + " enlarges by " + factor)
                .warnIf(
                        request.factor() != factor,
                        model.id() + " enlarges by " + factor + " instead of " + request.factor());
        inspect(findings, request.image(), model);
        return findings.support(new UpscaleRequest(request.image(), factor));
    }

    @Override
    public Quote quote(UpscaleRequest request, Offer offer) {
        return account.quote(model(offer), "image", Duration.ofSeconds(5));
    }

    @Override
    public Outcome<ImageResult> execute(UpscaleRequest request, Offer offer, CallContext call)
            throws ProviderException {
        MediaFile image = request.image();
        Multipart form = new Multipart()
                .file("image", "picture" + ResultFiles.ending(image.mediaType()), image.mediaType(), image.path());
        MediaFile picture = account.order(catalogue().served(offer), "image", form, call);
        return Outcome.done(new ImageResult(picture, List.of()));
    }

    private static void inspect(Findings findings, MediaFile image, Model model) {
        if (!TYPES.contains(image.mediaType())) {
            findings.refuse("the picture is " + image.mediaType() + "; " + model.id() + " takes PNG, JPEG and WebP");
            return;
        }
        try {
            long most = model.limit("bytes").orElse(Long.MAX_VALUE);
            findings.refuseIf(
                    Files.size(image.path()) > most,
                    "the picture has " + Files.size(image.path()) + " bytes; " + model.id() + " takes at most " + most);
            Optional<PictureSizes.Size> size = PictureFiles.size(image.path());
            findings.refuseIf(size.isEmpty(), "the picture is none that can be read; give PNG, JPEG or WebP");
            size.ifPresent(sides -> inspect(findings, sides, model));
        } catch (IOException e) {
            findings.refuse("the picture cannot be read: " + e.getMessage());
        }
    }

    private static void inspect(Findings findings, PictureSizes.Size size, Model model) {
        long shortest = model.limit("shortest-side").orElse(1L);
        long longest = model.limit("longest-side").orElse(Long.MAX_VALUE);
        long pixels = model.limit("pixels").orElse(Long.MAX_VALUE);
        findings.refuseIf(
                        Math.min(size.width(), size.height()) < shortest
                                || Math.max(size.width(), size.height()) > longest,
                        "the picture has " + size + " pixels; " + model.id() + " takes sides of " + shortest + " to "
                                + longest)
                .refuseIf(
                        (long) size.width() * size.height() > pixels,
                        "the picture has " + size + " pixels; " + model.id() + " takes at most " + pixels + " in all");
    }
}
