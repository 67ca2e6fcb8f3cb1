package dev.evergreen.provider.black.forest.labs.internal;

import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Pictures from words and from reference pictures ({@code /v1/flux-...}). */
final class FluxImages extends CatalogueProvider<ImageRequest, ImageResult>
        implements ImageGenerator, Pollable<ImageResult> {

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
                .map(reference -> FluxPictures.objection(reference, model))
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

    @Override
    public Quote quote(ImageRequest request, Offer offer) {
        Model model = model(offer);
        PictureSizes.Size size = FluxSizes.of(model, request.width(), request.height());
        return FluxPictures.quote(catalogue(), model, FluxPictures.megapixels(size), request.references());
    }

    @Override
    public Outcome<ImageResult> execute(ImageRequest request, Offer offer, CallContext call) throws ProviderException {
        Model model = catalogue().served(offer);
        PictureSizes.Size size = FluxSizes.of(model, request.width(), request.height());
        Map<String, Object> order = new HashMap<>();
        order.put("prompt", Prompts.of(request.shot(), request.style()));
        order.put("width", size.width());
        order.put("height", size.height());
        FluxPictures.settle(order, model, request.seed());
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
}
