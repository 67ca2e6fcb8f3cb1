package dev.evergreen.provider.anthropic.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.evergreen.spi.Money;
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

class AnthropicTextTest extends AnthropicContract<TextRequest, TextResult> {
    private static final String START = event(
                    "message_start",
                    "\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\","
                            + "\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,\"usage\":{\"input_tokens\":40,\"output_tokens\":1}}")
            + event("content_block_start", "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}");

    @TempDir
    Path files;

    private static String event(String type, String fields) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + (fields.isEmpty() ? "" : "," + fields)
                + "}\n\n";
    }

    private static String text(String piece) {
        return event(
                "content_block_delta", "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"" + piece + "\"}");
    }

    private static String end(String reason) {
        return event("content_block_stop", "\"index\":0")
                + event(
                        "message_delta",
                        "\"delta\":{\"stop_reason\":\"" + reason
                                + "\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":20}")
                + event("message_stop", "");
    }

    private static ResponseDefinitionBuilder stream(String... events) {
        return aResponse()
                .withHeader("Content-Type", "text/event-stream")
                .withHeader("request-id", "req_1")
                .withBody(START + String.join("", events));
    }

    private static Misbehaviour refused(String type, int status, Kind kind) {
        return error(
                type,
                status,
                "{\"type\":\"error\",\"error\":{\"type\":\"" + type
                        + "\",\"message\":\"no\"},\"request_id\":\"req_1\"}",
                kind);
    }

    @Override
    Provider<TextRequest, TextResult> provider(AnthropicAccount account) {
        return new AnthropicText(account);
    }

    @Override
    protected String orderPath() {
        return "/v1/messages";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post("/v1/messages")
                .willReturn(
                        stream(event("ping", ""), text("```json\\n{\\\"a\\\":"), text("1}\\n```"), end("end_turn"))));
    }

    @Override
    protected TextRequest request() {
        return new TextRequest("You count.", "Count", Optional.of("{\"type\":\"object\"}"), 300, 1.5);
    }

    @Override
    protected List<TextRequest> unsupported() {
        return List.of(
                new TextRequest("", " ", Optional.empty(), 10, 1),
                new TextRequest("", "x".repeat(1_000_000), Optional.empty(), 10, 1));
    }

    @Override
    protected void check(TextRequest request, TextResult result) {
        assertEquals("{\"a\":1}", result.text());
        assertEquals(40, result.inputTokens());
        assertEquals(20, result.outputTokens());
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        List<Misbehaviour> errors = new ArrayList<>();
        errors.add(refused("invalid_request_error", 400, Kind.INVALID_REQUEST));
        errors.add(refused("authentication_error", 401, Kind.AUTHENTICATION));
        errors.add(refused("billing_error", 402, Kind.QUOTA_EXHAUSTED));
        errors.add(refused("permission_error", 403, Kind.AUTHENTICATION));
        errors.add(refused("not_found_error", 404, Kind.UNSUPPORTED));
        // The document has no such type; the vendor's page of errors has.
        errors.add(new Misbehaviour(
                "request_too_large",
                aResponse()
                        .withStatus(413)
                        .withBody("{\"type\":\"error\",\"error\":{\"type\":\"request_too_large\",\"message\":\"no\"}}"),
                Kind.UNSUPPORTED));
        errors.add(refused("rate_limit_error", 429, Kind.RATE_LIMITED));
        errors.add(refused("api_error", 500, Kind.UNAVAILABLE));
        errors.add(refused("timeout_error", 504, Kind.UNAVAILABLE));
        errors.add(refused("overloaded_error", 529, Kind.OVERLOADED));
        errors.add(new Misbehaviour(
                "it is overloaded in the middle of a stream",
                stream(
                        text("{"),
                        event("error", "\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}")),
                Kind.OVERLOADED));
        errors.add(new Misbehaviour("it refuses", stream(text("I"), end("refusal")), Kind.CONTENT_REJECTED));
        errors.add(new Misbehaviour("the stream ends in the middle", stream(text("{")), Kind.BAD_RESPONSE));
        errors.add(new Misbehaviour("it is no JSON", stream(text("Sure!"), end("end_turn")), Kind.BAD_RESPONSE));
        return errors;
    }

    @Test
    void tokensArePaidAndPiecesAreTold() throws Exception {
        Provider<TextRequest, TextResult> provider = provider();
        TestCall call = call(files);
        Outcome.Done<TextResult> done = (Outcome.Done<TextResult>)
                provider.execute(request(), provider.offers().get(0), call);
        // 40 x $5/1M + 20 x $25/1M.
        assertEquals(Optional.of(Money.usd("0.0007")), done.charge());
        assertTrue(call.partialText().contains("1}"), call.partialText());
    }
}
