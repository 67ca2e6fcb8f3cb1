package dev.evergreen.provider.google.gemini.internal;

import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.ImageEditRequest;
import dev.evergreen.spi.provider.ImageEditor;
import dev.evergreen.spi.provider.ImageResult;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import java.util.List;
import java.util.Map;

/** Pictures changed by words; they keep their proportions. The vendor takes no masks. */
final class GeminiImageEdits extends CatalogueProvider<ImageEditRequest, ImageResult> implements ImageEditor {
    private final GeminiPictures pictures;

    GeminiImageEdits(GeminiAccount account) {
        super(ImageEditor.class, account.catalogue());
        this.pictures = new GeminiPictures(account);
    }

    @Override
    public Support<ImageEditRequest> support(ImageEditRequest request, Offer offer) {
        Findings findings = new Findings()
                .refuseIf(request.instruction().isBlank(), "the instruction is empty; say what to change")
                .refuseIf(
                        request.mask().isPresent(),
                        "a mask; " + offer.id() + " takes none: say in words where the picture may change");
        GeminiInputs.check(findings, model(offer), request.instruction(), List.of(request.image()));
        return findings.support(request);
    }

    @Override
    public Quote quote(ImageEditRequest request, Offer offer) {
        return pictures.quote(model(offer), request.instruction(), 1);
    }

    @Override
    public Outcome<ImageResult> execute(ImageEditRequest request, Offer offer, CallContext call)
            throws ProviderException {
        return pictures.make(
                catalogue().served(offer),
                request.instruction(),
                List.of(request.image()),
                Map.of(),
                request.seed(),
                call);
    }
}
