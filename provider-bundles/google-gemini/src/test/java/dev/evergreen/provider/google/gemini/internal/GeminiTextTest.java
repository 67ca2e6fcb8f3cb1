package dev.evergreen.provider.google.gemini.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.TextRequest;
import dev.evergreen.spi.provider.TextResult;
import dev.evergreen.tck.TestCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeminiTextTest extends GeminiContract<TextRequest, TextResult> {
    @TempDir
    Path files;

    private static String piece(String text, String more) {
        return "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"" + text
                + "\"}],\"role\":\"model\"},\"index\":0" + more
                + "}],\"usageMetadata\":{\"promptTokenCount\":40,\"candidatesTokenCount\":5,\"thoughtsTokenCount\":15,"
                + "\"totalTokenCount\":60},\"modelVersion\":\"m\",\"responseId\":\"r\"}\n\n";
    }

    private static ResponseDefinitionBuilder stream(String... events) {
        return aResponse().withHeader("Content-Type", "text/event-stream").withBody(String.join("", events));
    }

    @Override
    Provider<TextRequest, TextResult> provider(GeminiAccount account) {
        return new GeminiText(account);
    }

    @Override
    protected String orderPath() {
        return "/v1beta/models/gemini-3-pro-preview:streamGenerateContent";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post(urlPathEqualTo(orderPath()))
                .willReturn(stream(piece("{\\\"a\\\":", ""), piece("1}", ",\"finishReason\":\"STOP\""))));
    }

    @Override
    protected TextRequest request() {
        return new TextRequest(
                "You count.",
                "Count",
                Optional.of("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"}}}"),
                300,
                1);
    }

    @Override
    protected List<TextRequest> unsupported() {
        return List.of(
                new TextRequest("", " ", Optional.empty(), 10, 1),
                new TextRequest("", "x".repeat(4_000_000), Optional.empty(), 10, 1));
    }

    @Override
    protected void check(TextRequest request, TextResult result) {
        assertEquals("{\"a\":1}", result.text());
        assertEquals(40, result.inputTokens());
        assertEquals(20, result.outputTokens());
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        List<Misbehaviour> errors = new ArrayList<>(super.vendorErrors());
        errors.add(new Misbehaviour(
                "the prompt is refused",
                stream("data: {\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}}\n\n"),
                Kind.CONTENT_REJECTED));
        errors.add(new Misbehaviour(
                "the answer is stopped", stream(piece("I", ",\"finishReason\":\"SAFETY\"")), Kind.CONTENT_REJECTED));
        errors.add(new Misbehaviour(
                "it is overloaded in the middle of a stream",
                stream(
                        piece("{", ""),
                        "data: {\"error\":{\"code\":503,\"message\":\"Overloaded\",\"status\":\"UNAVAILABLE\"}}\n\n"),
                Kind.OVERLOADED));
        errors.add(new Misbehaviour(
                "it is no JSON", stream(piece("Sure!", ",\"finishReason\":\"STOP\"")), Kind.BAD_RESPONSE));
        return errors;
    }

    @Test
    void thoughtsArePaidAndTheSchemaIsSent() throws Exception {
        Provider<TextRequest, TextResult> provider = provider();
        Offer offer = provider.offers().get(0);
        TestCall call = call(files);
        Outcome.Done<TextResult> done = (Outcome.Done<TextResult>) provider.execute(request(), offer, call);
        // 40 x $2/1M + 20 x $12/1M, of which 15 are thoughts.
        assertEquals(Optional.of(Money.usd("0.00032")), done.charge());
        assertEquals("{\"a\":1}", call.partialText());
        String sent = vendor().requests().get(0).getBodyAsString();
        assertTrue(sent.contains("application/json") && sent.contains("\"integer\""), sent);
    }
}
