package dev.evergreen.provider.black.forest.labs.internal;

import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.ResultFiles;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.ImageEditRequest;
import dev.evergreen.spi.provider.ImageEditor;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Pollable;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pictures that are changed by words; the result is as large as the picture, as far as the model goes. */
final class FluxEdits extends CatalogueProvider<ImageEditRequest, ImageResult>
        implements ImageEditor, Pollable<ImageResult> {
    private final FluxTasks tasks;

    FluxEdits(FluxAccount account) {
        super(ImageEditor.class, account.catalogue());
        this.tasks = new FluxTasks(account);
    }

    @Override
    public Support<ImageEditRequest> support(ImageEditRequest request, Offer offer) {
        Model model = model(offer);
        long most = model.limit("prompt-characters").orElse(Long.MAX_VALUE);
        Findings findings = new Findings()
                .refuseIf(request.instruction().isBlank(), "the instruction is empty; say what to change")
                .refuseIf(
                        request.instruction().length() > most,
                        "the instruction has " + request.instruction().length() + " letters; " + model.id()
                                + " takes at most " + most)
                .refuseIf(
                        request.mask().isPresent(),
                        model.id() + " takes no mask; say in words where the picture may change");
        FluxPictures.objection(request.image(), model).ifPresent(findings::refuse);
        return findings.support(request);
    }

    @Override
    public Quote quote(ImageEditRequest request, Offer offer) {
        Model model = model(offer);
        return FluxPictures.quote(
                catalogue(), model, FluxPictures.megapixels(request.image(), model), List.of(request.image()));
    }

    @Override
    public Outcome<ImageResult> execute(ImageEditRequest request, Offer offer, CallContext call)
            throws ProviderException {
        Model model = catalogue().served(offer);
        Map<String, Object> order = new HashMap<>();
        order.put("prompt", request.instruction());
        order.put("input_image", ResultFiles.encoded(request.image()));
        FluxPictures.settle(order, model, request.seed());
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
