package dev.evergreen.provider.openai.internal;

import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.Tokens;
import dev.evergreen.kit.provider.Vectors;
import dev.evergreen.spi.Money;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Vectors ({@code /embeddings}). */
final class OpenAiEmbeddings extends CatalogueProvider<EmbeddingRequest, EmbeddingResult> implements Embedder {
    private static final String PRICE = "input-token";

    private final OpenAiAccount account;

    OpenAiEmbeddings(OpenAiAccount account) {
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
                        account.post("embeddings")
                                .json(Map.of(
                                        "model", model.id(), "input", request.texts(), "encoding_format", "float")),
                        call)
                .json();
        List<JsonAnswer> members = new ArrayList<>(answer.list("/data"));
        members.sort(Comparator.comparingLong(member -> member.whole("/index", 0)));
        List<List<Double>> vectors = new ArrayList<>();
        for (JsonAnswer member : members) {
            vectors.add(Vectors.unit(member.list("/embedding")));
        }
        Vectors.check(vectors, request.texts().size());
        long used = answer.whole("/usage/total_tokens", 0);
        Optional<Money> charge = used == 0
                ? Optional.empty()
                : model.price(PRICE).map(token -> catalogue().money(token.multiply(BigDecimal.valueOf(used))));
        return new Outcome.Done<>(new EmbeddingResult(vectors), charge);
    }
}
