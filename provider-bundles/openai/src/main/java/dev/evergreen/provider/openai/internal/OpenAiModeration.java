package dev.evergreen.provider.openai.internal;

import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.ResultFiles;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.ModerationRequest;
import dev.evergreen.spi.provider.ModerationResult;
import dev.evergreen.spi.provider.Moderator;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether content is objectionable ({@code /moderations}). */
final class OpenAiModeration extends CatalogueProvider<ModerationRequest, ModerationResult> implements Moderator {
    private final OpenAiAccount account;

    OpenAiModeration(OpenAiAccount account) {
        super(Moderator.class, account.catalogue());
        this.account = account;
    }

    @Override
    public Support<ModerationRequest> support(ModerationRequest request, Offer offer) {
        Model model = model(offer);
        long most = model.limit("images").orElse(0L);
        return new Findings()
                .refuseIf(
                        request.text().isBlank() && request.images().isEmpty(),
                        "there is neither text nor picture to judge")
                .refuseIf(
                        request.images().size() > most,
                        request.images().size() + " pictures; " + model.id() + " judges at most " + most + " at once")
                .support(request);
    }

    @Override
    public Quote quote(ModerationRequest request, Offer offer) {
        Model model = model(offer);
        Optional<BigDecimal> price = model.price("request");
        return price.isPresent()
                ? catalogue().price(price.get(), price.get(), Duration.ofSeconds(1))
                : catalogue().noPrice(model, "request");
    }

    @Override
    public Outcome<ModerationResult> execute(ModerationRequest request, Offer offer, CallContext call)
            throws ProviderException {
        Model model = catalogue().served(offer);
        List<Map<String, Object>> input = new ArrayList<>();
        if (!request.text().isBlank()) {
            input.add(Map.of("type", "text", "text", request.text()));
        }
        for (MediaFile image : request.images()) {
            String data = "data:" + image.mediaType() + ";base64," + ResultFiles.encoded(image);
            input.add(Map.of("type", "image_url", "image_url", Map.of("url", data)));
        }
        JsonAnswer answer = account.client()
                .send(account.post("moderations").json(Map.of("model", model.id(), "input", input)), call)
                .json();
        boolean flagged = answer.at("/results/0").flag("/flagged");
        Map<String, Double> scores = new HashMap<>();
        for (JsonAnswer result : answer.list("/results")) {
            flagged |= result.flag("/flagged");
            for (Map.Entry<String, JsonAnswer> score :
                    result.fields("/category_scores").entrySet()) {
                scores.merge(score.getKey(), score.getValue().number("").doubleValue(), Math::max);
            }
        }
        return Outcome.done(new ModerationResult(flagged, scores));
    }
}
