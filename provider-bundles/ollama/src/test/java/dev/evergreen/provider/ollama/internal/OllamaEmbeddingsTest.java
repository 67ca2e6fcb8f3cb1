package dev.evergreen.provider.ollama.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.spi.provider.EmbeddingRequest;
import dev.evergreen.spi.provider.EmbeddingResult;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.util.List;

class OllamaEmbeddingsTest extends OllamaContract<EmbeddingRequest, EmbeddingResult> {
    @Override
    Provider<EmbeddingRequest, EmbeddingResult> provider(OllamaAccount account) {
        return new OllamaEmbeddings(account);
    }

    @Override
    protected String orderPath() {
        return "/api/embed";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(
                        post("/api/embed")
                                .willReturn(
                                        okJson(
                                                "{\"model\":\"nomic-embed-text\",\"embeddings\":[[3.0,4.0],[0.0,2.0]],\"prompt_eval_count\":4}")));
    }

    @Override
    protected EmbeddingRequest request() {
        return new EmbeddingRequest(List.of("a cat", "a dog"));
    }

    @Override
    protected List<EmbeddingRequest> unsupported() {
        return List.of(new EmbeddingRequest(List.of()), new EmbeddingRequest(List.of("x".repeat(10_000))));
    }

    @Override
    protected void check(EmbeddingRequest request, EmbeddingResult result) {
        assertEquals(List.of(List.of(0.6, 0.8), List.of(0.0, 1.0)), result.vectors());
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return List.of(
                error("the model is not there", 404, "{\"error\":\"not found\"}", Kind.UNSUPPORTED),
                error("a vector is missing", 200, "{\"model\":\"m\",\"embeddings\":[[1.0]]}", Kind.BAD_RESPONSE),
                error("a vector is empty", 200, "{\"model\":\"m\",\"embeddings\":[[0.0],[0.0]]}", Kind.BAD_RESPONSE));
    }
}
