package dev.evergreen.provider.openai.internal;

import dev.evergreen.kit.http.Multipart;
import dev.evergreen.kit.http.VendorRequest;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures from words, and from words and pictures ({@code /images/generations}, {@code /images/edits}). */
final class OpenAiImages extends CatalogueProvider<ImageRequest, ImageResult> implements ImageGenerator {
    private static final int MOST_REFERENCES = 16;

    private final OpenAiAccount account;
    private final PictureAnswers answers;

    OpenAiImages(OpenAiAccount account) {
        super(ImageGenerator.class, account.catalogue());
        this.account = account;
        this.answers = new PictureAnswers(account);
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
        findings.refuseIf(
                prompt.length() > most,
                "the prompt has " + prompt.length() + " letters; " + model.id() + " takes at most " + most);
        long references = model.limit("references").orElse(0L);
        findings.refuseIf(
                request.references().size() > Math.min(references, MOST_REFERENCES),
                request.references().size() + " reference pictures; " + model.id() + " takes at most " + references);
        Optional<PictureSizes.Size> size = size(model, request);
        findings.refuseIf(size.isEmpty(), "the model " + model.id() + " has no option 'sizes'");
        PictureSizes.Size made = size.orElse(new PictureSizes.Size(request.width(), request.height()));
        findings.warnIf(
                made.width() != request.width() || made.height() != request.height(),
                model.id() + " makes " + made + " instead of " + request.width() + "x" + request.height());
        findings.warnIf(request.layered(), model.id() + " makes no layers; the picture is one piece");
        return findings.support(new ImageRequest(
                request.shot(),
                request.style(),
                made.width(),
                made.height(),
                request.seed(),
                false,
                request.references()));
    }

    @Override
    public Quote quote(ImageRequest request, Offer offer) {
        String size = request.width() + "x" + request.height();
        return answers.quote(
                model(offer),
                size(model(offer), request).map(PictureSizes.Size::toString).orElse(size),
                Prompts.of(request.shot(), request.style()),
                request.references().size());
    }

    @Override
    public Outcome<ImageResult> execute(ImageRequest request, Offer offer, CallContext call) throws ProviderException {
        Model model = catalogue().served(offer);
        String prompt = Prompts.of(request.shot(), request.style());
        String size = size(model, request).map(PictureSizes.Size::toString).orElse("auto");
        VendorRequest sent = request.references().isEmpty()
                ? account.post("images/generations").json(generation(model, prompt, size))
                : account.post("images/edits").form(edit(model, prompt, size, request.references()));
        return answers.read(account.client().send(sent.atMost(PictureAnswers.MOST_BYTES), call), model, call);
    }

    private static Map<String, Object> generation(Model model, String prompt, String size) {
        Map<String, Object> body = new HashMap<>();
        body.put("model", model.id());
        body.put("prompt", prompt);
        body.put("n", 1);
        body.put("size", size);
        for (String field : PictureAnswers.FIELDS) {
            if (!model.option(field, "").isEmpty()) {
                body.put(field, model.option(field, ""));
            }
        }
        return body;
    }

    static Multipart edit(Model model, String prompt, String size, List<MediaFile> images) {
        Multipart form =
                new Multipart().text("model", model.id()).text("prompt", prompt).text("size", size);
        for (String field : PictureAnswers.FIELDS) {
            if (!model.option(field, "").isEmpty() && !field.equals("moderation")) {
                form.text(field, model.option(field, ""));
            }
        }
        for (MediaFile image : images) {
            form.file(
                    images.size() == 1 ? "image" : "image[]",
                    String.valueOf(image.path().getFileName()),
                    image.mediaType(),
                    image.path());
        }
        return form;
    }

    private static Optional<PictureSizes.Size> size(Model model, ImageRequest request) {
        return PictureSizes.nearest(model.list("sizes"), request.width(), request.height());
    }
}
