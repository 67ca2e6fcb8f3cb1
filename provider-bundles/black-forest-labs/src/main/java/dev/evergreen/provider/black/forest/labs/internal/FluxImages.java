package dev.evergreen.provider.black.forest.labs.internal;

import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.PictureFiles;
import dev.evergreen.kit.provider.PictureSizes;
import dev.evergreen.kit.provider.Prompts;
import dev.evergreen.kit.provider.ResultFiles;
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
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pictures from words and from reference pictures ({@code /v1/flux-...}). */
final class FluxImages extends CatalogueProvider<ImageRequest, ImageResult>
        implements ImageGenerator, Pollable<ImageResult> {
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/webp");
    private static final String PICTURE = "image";
    private static final String FIRST = "first-megapixel";
    private static final long SEEDS = Integer.MAX_VALUE;
    private static final Duration USUAL = Duration.ofSeconds(20);

    private final FluxTasks tasks;

    FluxImages(FluxAccount account) {
        super(ImageGenerator.class, account.catalogue());
        this.tasks = new FluxTasks(account);
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
        findings.refuseIf(prompt.isBlank(), "the description is empty; say what is to be seen")
                .refuseIf(
                        prompt.length() > most,
                        "the description has " + prompt.length() + " letters; " + model.id() + " takes at most " + most)
                .refuseIf(
                        request.references().size() > references,
                        request.references().size() + " reference pictures; " + model.id() + " takes at most "
                                + references)
                .warnIf(request.layered(), model.id() + " makes no layers; the picture is one piece");
        request.references().stream()
                .map(reference -> objection(reference, model))
                .flatMap(Optional::stream)
                .forEach(findings::refuse);
        PictureSizes.Size size = FluxSizes.of(model, request.width(), request.height());
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

    /** By the picture, or by millions of pixels of what is made and of what is sent in; begun ones count whole in the ceiling. */
    @Override
    public Quote quote(ImageRequest request, Offer offer) {
        Model model = model(offer);
        Optional<BigDecimal> picture = model.price(PICTURE);
        if (picture.isPresent()) {
            return catalogue().price(picture.get(), picture.get(), USUAL);
        }
        Optional<BigDecimal> first = model.price(FIRST);
        Optional<BigDecimal> further = model.price("megapixel", FIRST);
        Optional<BigDecimal> sent = model.price("input-megapixel", FIRST);
        if (first.isEmpty() || further.isEmpty() || sent.isEmpty()) {
            return catalogue().noPrice(model, FIRST);
        }
        PictureSizes.Size size = FluxSizes.of(model, request.width(), request.height());
        BigDecimal made = megapixels(size).max(BigDecimal.ONE);
        BigDecimal expected = first.get().add(further.get().multiply(made.subtract(BigDecimal.ONE)));
        BigDecimal ceiling = first.get().add(further.get().multiply(whole(made).subtract(BigDecimal.ONE)));
        for (MediaFile reference : request.references()) {
            BigDecimal input = sent(reference, model);
            expected = expected.add(sent.get().multiply(input));
            ceiling = ceiling.add(sent.get().multiply(whole(input)));
        }
        return catalogue().price(expected, ceiling, USUAL);
    }

    @Override
    public Outcome<ImageResult> execute(ImageRequest request, Offer offer, CallContext call) throws ProviderException {
        Model model = catalogue().served(offer);
        PictureSizes.Size size = FluxSizes.of(model, request.width(), request.height());
        Map<String, Object> order = new HashMap<>();
        order.put("prompt", Prompts.of(request.shot(), request.style()));
        order.put("width", size.width());
        order.put("height", size.height());
        order.put("seed", Math.floorMod(request.seed(), SEEDS));
        order.put("output_format", model.option("format", "png"));
        if (model.options().containsKey("safetyTolerance")) {
            order.put("safety_tolerance", new BigDecimal(model.option("safetyTolerance", "")));
        }
        int references = 0;
        for (MediaFile reference : request.references()) {
            references++;
            order.put(references == 1 ? "input_image" : "input_image_" + references, ResultFiles.encoded(reference));
        }
        return tasks.begin(model.id(), order, call);
    }

    @Override
    public Outcome<ImageResult> poll(Checkpoint checkpoint, CallContext call) throws ProviderException {
        return tasks.poll(checkpoint, call);
    }

    @Override
    public void cancel(Checkpoint checkpoint, CallContext call) {
        // The vendor has no way to stop a task.
    }

    private static Optional<String> objection(MediaFile picture, Model model) {
        if (!TYPES.contains(picture.mediaType())) {
            return Optional.of(
                    "a reference picture is " + picture.mediaType() + "; " + model.id() + " takes PNG, JPEG and WebP");
        }
        long most = model.limit("reference-bytes").orElse(Long.MAX_VALUE);
        try {
            return Files.size(picture.path()) > most
                    ? Optional.of("a reference picture has " + Files.size(picture.path()) + " bytes; " + model.id()
                            + " takes at most " + most)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("a reference picture cannot be read: " + e.getMessage());
        }
    }

    /** What cannot be measured counts as the largest that the vendor works with. */
    private static BigDecimal sent(MediaFile reference, Model model) {
        BigDecimal most = BigDecimal.valueOf(model.limit("pixels").orElse(4_000_000L), 6);
        try {
            return PictureFiles.size(reference.path())
                    .map(FluxImages::megapixels)
                    .orElse(most)
                    .min(most);
        } catch (IOException e) {
            return most;
        }
    }

    private static BigDecimal megapixels(PictureSizes.Size size) {
        return BigDecimal.valueOf((long) size.width() * size.height(), 6);
    }

    private static BigDecimal whole(BigDecimal megapixels) {
        return megapixels.setScale(0, RoundingMode.CEILING);
    }
}
