package dev.evergreen.provider.ollama.internal;

import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.Tokens;
import dev.evergreen.kit.provider.Vectors;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Embedder;
import dev.evergreen.spi.provider.EmbeddingRequest;
import dev.evergreen.spi.provider.EmbeddingResult;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Vectors ({@code /api/embed}). */
final class OllamaEmbeddings extends CatalogueProvider<EmbeddingRequest, EmbeddingResult> implements Embedder {
    private static final String PRICE = "input-token";

    private final OllamaAccount account;

    OllamaEmbeddings(OllamaAccount account) {
        super(Embedder.class, account.catalogue());
        this.account = account;
    }

    @Override
    public Support<EmbeddingRequest> support(EmbeddingRequest request, Offer offer) {
        Model model = model(offer);
        long most = model.limit("tokens").orElse(Long.MAX_VALUE);
        Findings findings = new Findings()
                .refuseIf(request.texts().isEmpty(), "there are no texts; give at least one")
                .refuseIf(request.texts().size() > 100, request.texts().size() + " texts; at most 100 go at once");
        for (int i = 0; i < request.texts().size(); i++) {
            String text = request.texts().get(i);
            findings.refuseIf(text.isBlank(), "text " + (i + 1) + " is empty")
                    .refuseIf(
                            Tokens.expected(text) > most,
                            "text " + (i + 1) + " has about " + Tokens.expected(text) + " tokens; " + model.id()
                                    + " takes at most " + most);
        }
        return findings.support(request);
    }

    @Override
    public Quote quote(EmbeddingRequest request, Offer offer) {
        Model model = model(offer);
        Optional<BigDecimal> token = model.price(PRICE);
        if (token.isEmpty()) {
            return catalogue().noPrice(model, PRICE);
        }
        long expected = request.texts().stream().mapToLong(Tokens::expected).sum();
        long most = request.texts().stream().mapToLong(Tokens::ceiling).sum();
        return catalogue()
                .price(
                        token.get().multiply(BigDecimal.valueOf(expected)),
                        token.get().multiply(BigDecimal.valueOf(most)),
                        Duration.ofSeconds(1));
    }

    @Override
    public Map<String, Long> units(EmbeddingRequest request, Offer offer) {
        return Map.of(
                "tokens", request.texts().stream().mapToLong(Tokens::expected).sum());
    }

    @Override
    public Outcome<EmbeddingResult> execute(EmbeddingRequest request, Offer offer, CallContext call)
            throws ProviderException {
        Model model = catalogue().served(offer);
        JsonAnswer answer = account.client()
                .send(
                        VendorRequest.post("api/embed")
                                .within(account.patience())
                                .json(Map.of("model", model.id(), "input", request.texts())),
                        call)
                .json();
        List<List<Double>> vectors = new ArrayList<>();
        for (JsonAnswer vector : answer.list("/embeddings")) {
            vectors.add(Vectors.unit(vector.list("")));
        }
        Vectors.check(vectors, request.texts().size());
        return Outcome.done(new EmbeddingResult(vectors));
    }
}
