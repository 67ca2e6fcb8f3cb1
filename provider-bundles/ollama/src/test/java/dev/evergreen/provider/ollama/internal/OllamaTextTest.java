package dev.evergreen.provider.ollama.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.TextRequest;
import dev.evergreen.spi.provider.TextResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OllamaTextTest extends OllamaContract<TextRequest, TextResult> {
    @TempDir
    Path files;

    private static String line(String text, String end) {
        return "{\"model\":\"llama3.2\",\"created_at\":\"2026-11-22T10:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":\""
                + text + "\"}," + end + "}\n";
    }

    private static ResponseDefinitionBuilder lines(String... lines) {
        return aResponse().withHeader("Content-Type", "application/x-ndjson").withBody(String.join("", lines));
    }

    @Override
    Provider<TextRequest, TextResult> provider(OllamaAccount account) {
        return new OllamaText(account);
    }

    @Override
    protected String orderPath() {
        return "/api/chat";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post("/api/chat")
                .willReturn(lines(
                        line("{\\\"a\\\":", "\"done\":false"),
                        line("1}", "\"done\":false"),
                        line("", "\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":9,\"eval_count\":4"))));
    }

    @Override
    protected TextRequest request() {
        return new TextRequest("You count.", "Count", Optional.of("{\"type\":\"object\"}"), 300, 0.3);
    }

    @Override
    protected List<TextRequest> unsupported() {
        return List.of(
                new TextRequest("", "", Optional.empty(), 10, 1),
                new TextRequest("", "x".repeat(40_000), Optional.empty(), 10, 1));
    }

    @Override
    protected void check(TextRequest request, TextResult result) {
        assertEquals("{\"a\":1}", result.text());
        assertEquals(4, result.outputTokens());
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return List.of(
                error("the model is not there", 404, "{\"error\":\"model 'llama3.2' not found\"}", Kind.UNSUPPORTED),
                error("it does not understand", 400, "{\"error\":\"invalid options\"}", Kind.INVALID_REQUEST),
                new Misbehaviour(
                        "an error comes in the stream",
                        lines(line("{", "\"done\":false"), "{\"error\":\"out of memory\"}\n"),
                        Kind.UNAVAILABLE),
                new Misbehaviour(
                        "the stream ends in the middle", lines(line("{", "\"done\":false")), Kind.BAD_RESPONSE));
    }

    @Test
    void itCostsNothing() throws Exception {
        Provider<TextRequest, TextResult> provider = provider();
        Outcome.Done<TextResult> done = (Outcome.Done<TextResult>)
                provider.execute(request(), provider.offers().get(0), call(files));
        assertEquals(Optional.of(Money.free()), done.charge());
    }
}
