package dev.evergreen.provider.openai.internal;

import dev.evergreen.kit.http.Multipart;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.ImageEditRequest;
import dev.evergreen.spi.provider.ImageEditor;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import java.util.List;

/** Pictures changed by words ({@code /images/edits}). The size is the one that the vendor finds fitting. */
final class OpenAiImageEdits extends CatalogueProvider<ImageEditRequest, ImageResult> implements ImageEditor {
    private static final String SIZE = "auto";
    private static final List<String> TYPES = List.of("image/png", "image/jpeg", "image/webp");

    private final OpenAiAccount account;
    private final PictureAnswers answers;

    OpenAiImageEdits(OpenAiAccount account) {
        super(ImageEditor.class, account.catalogue());
        this.account = account;
        this.answers = new PictureAnswers(account);
    }

    @Override
    public Support<ImageEditRequest> support(ImageEditRequest request, Offer offer) {
        Model model = model(offer);
        long most = model.limit("prompt-characters").orElse(Long.MAX_VALUE);
        return new Findings()
                .refuseIf(request.instruction().isBlank(), "the instruction is empty; say what to change")
                .refuseIf(
                        request.instruction().length() > most,
                        "the instruction has " + request.instruction().length() + " letters; " + model.id()
                                + " takes at most " + most)
                .refuseIf(
                        !TYPES.contains(request.image().mediaType()),
                        "the picture is " + request.image().mediaType() + "; " + model.id()
                                + " takes PNG, JPEG and WebP")
                .refuseIf(
                        request.mask().isPresent()
                                && !request.mask().get().mediaType().equals("image/png"),
                        "the mask is no PNG; its transparency says what may change")
                .support(request);
    }

    @Override
    public Quote quote(ImageEditRequest request, Offer offer) {
        return answers.quote(model(offer), SIZE, request.instruction(), 1);
    }

    @Override
    public Outcome<ImageResult> execute(ImageEditRequest request, Offer offer, CallContext call)
            throws ProviderException {
        Model model = catalogue().served(offer);
        Multipart form = OpenAiImages.edit(model, request.instruction(), SIZE, List.of(request.image()));
        if (request.mask().isPresent()) {
            MediaFile mask = request.mask().get();
            form.file("mask", String.valueOf(mask.path().getFileName()), mask.mediaType(), mask.path());
        }
        return answers.read(
                account.client().send(account.post("images/edits").form(form).atMost(PictureAnswers.MOST_BYTES), call),
                model,
                call);
    }
}
