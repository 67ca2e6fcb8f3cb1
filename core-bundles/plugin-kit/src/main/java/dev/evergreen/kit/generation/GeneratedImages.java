package dev.evergreen.kit.generation;

import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.Prompts;
import dev.evergreen.spi.provider.ImageGenerator;
import dev.evergreen.spi.provider.ImageRequest;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pictures. Places of a template: prompt, width, height, size, seed, reference, references. */
public final class GeneratedImages extends Generation<ImageRequest, ImageResult> implements ImageGenerator {
    private static final String REFERENCE = "reference";
    private static final String REFERENCES = "references";
    private static final double MEGAPIXEL = 1_000_000;

    public GeneratedImages(Catalogue catalogue, TaskVendor vendor) {
        super(
                ImageGenerator.class,
                catalogue,
                vendor,
                Set.of("prompt", "width", "height", "size", "seed", REFERENCE, REFERENCES));
    }

    @Override
    public Support<ImageRequest> support(ImageRequest request, Offer offer) {
        Model model = model(offer);
        Findings findings = new Findings();
        long references = uses(model, REFERENCES)
                ? model.limit(REFERENCES).orElse(Long.MAX_VALUE)
                : uses(model, REFERENCE) ? 1 : 0;
        findings.refuseIf(
                        request.references().size() > references,
                        request.references().size() + " reference pictures; " + model.id() + " takes at most "
                                + references)
                .warnIf(request.layered(), model.id() + " makes no layers; the picture is one piece");
        prompt(model, Prompts.of(request.shot(), request.style()), false, findings);
        objections(request.references(), findings);
        Optional<Shapes.Sized> size = sized(model, request.width(), request.height(), findings);
        return findings.support(new ImageRequest(
                request.shot(),
                request.style(),
                size.map(Shapes.Sized::width).orElse(request.width()),
                size.map(Shapes.Sized::height).orElse(request.height()),
                request.seed(),
                false,
                request.references()));
    }

    @Override
    public Quote quote(ImageRequest request, Offer offer) {
        // Vendors count begun megapixels.
        long megapixels = (long) Math.ceil((double) request.width() * request.height() / MEGAPIXEL);
        return Pricing.quote(
                catalogue(),
                model(offer),
                "image",
                Map.of("image", BigDecimal.ONE, "run", BigDecimal.ONE, "megapixel", BigDecimal.valueOf(megapixels)),
                Duration.ofSeconds(30));
    }

    @Override
    Map<String, Object> values(ImageRequest request, Model model) {
        Shapes.Sized size = Shapes.size(model, request.width(), request.height());
        return Map.of(
                "prompt",
                Prompts.of(request.shot(), request.style()),
                "width",
                size.width(),
                "height",
                size.height(),
                "size",
                size.word(),
                "seed",
                Shapes.seed(model, request.seed()));
    }

    @Override
    Map<String, List<MediaFile>> files(ImageRequest request) {
        return Map.of(
                REFERENCES,
                request.references(),
                REFERENCE,
                request.references().stream().limit(1).toList());
    }

    @Override
    public ImageResult of(Path output, Map<String, String> state) {
        // The engine tells the type by the content.
        return new ImageResult(new MediaFile(output, "image/png"), List.of());
    }
}
