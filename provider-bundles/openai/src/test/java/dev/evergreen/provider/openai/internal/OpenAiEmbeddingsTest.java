package dev.evergreen.provider.openai.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.spi.provider.EmbeddingRequest;
import dev.evergreen.spi.provider.EmbeddingResult;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class OpenAiEmbeddingsTest extends OpenAiContract<EmbeddingRequest, EmbeddingResult> {
    @Override
    Provider<EmbeddingRequest, EmbeddingResult> provider(OpenAiAccount account) {
        return new OpenAiEmbeddings(account);
    }

    @Override
    protected String orderPath() {
        return "/embeddings";
    }

    @Override
    protected void stubVendor() {
        // Out of order, as nothing promises one.
        vendor().stub(post("/v1/embeddings").willReturn(okJson("""
                {"object":"list","model":"text-embedding-3-small","data":[
                  {"object":"embedding","index":1,"embedding":[0.0,1.0]},
                  {"object":"embedding","index":0,"embedding":[3.0,4.0]}],
                 "usage":{"prompt_tokens":5,"total_tokens":5}}""")));
    }

    @Override
    protected EmbeddingRequest request() {
        return new EmbeddingRequest(List.of("a cat", "a dog"));
    }

    @Override
    protected List<EmbeddingRequest> unsupported() {
        return List.of(
                new EmbeddingRequest(List.of()),
                new EmbeddingRequest(List.of("")),
                new EmbeddingRequest(List.of("x".repeat(100_000))),
                new EmbeddingRequest(Collections.nCopies(101, "x")));
    }

    @Override
    protected void check(EmbeddingRequest request, EmbeddingResult result) {
        assertEquals(List.of(List.of(0.6, 0.8), List.of(0.0, 1.0)), result.vectors());
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        List<Misbehaviour> errors = new ArrayList<>(super.vendorErrors());
        errors.add(error(
                "a vector is missing",
                200,
                "{\"object\":\"list\",\"model\":\"m\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":[1.0]}],"
                        + "\"usage\":{\"prompt_tokens\":5,\"total_tokens\":5}}",
                Kind.BAD_RESPONSE));
        return errors;
    }
}
