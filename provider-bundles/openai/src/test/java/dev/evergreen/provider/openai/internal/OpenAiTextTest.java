package dev.evergreen.provider.openai.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.provider.TextRequest;
import dev.evergreen.spi.provider.TextResult;
import dev.evergreen.tck.TestCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenAiTextTest extends OpenAiContract<TextRequest, TextResult> {
    private static final String SCHEMA =
            "{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\"}},\"required\":[\"title\"]}";

    @TempDir
    Path files;

    static String chunk(String delta, String reason) {
        return "data: {\"id\":\"c-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"gpt-5.5\",\"choices\":"
                + "[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + reason + "}]}\n\n";
    }

    static final String USAGE =
            "data: {\"id\":\"c-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"gpt-5.5\","
                    + "\"choices\":[],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":10,\"total_tokens\":30}}\n\n";

    static ResponseDefinitionBuilder stream(String... events) {
        return aResponse()
                .withHeader("Content-Type", "text/event-stream")
                .withHeader("x-request-id", "req-7")
                .withBody(String.join("", events));
    }

    private static ResponseDefinitionBuilder answer() {
        return stream(
                chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null"),
                chunk("{\"content\":\"{\\\"title\\\":\"}", "null"),
                chunk("{\"content\":\"\\\"Rain\\\"}\"}", "null"),
                chunk("{}", "\"stop\""),
                USAGE,
                "data: [DONE]\n\n");
    }

    private static TextRequest text(String prompt, Optional<String> schema, int tokens) {
        return new TextRequest("You are a poet.", prompt, schema, tokens, 0.5);
    }

    @Override
    Provider<TextRequest, TextResult> provider(OpenAiAccount account) {
        return new OpenAiText(account);
    }

    @Override
    protected String orderPath() {
        return "/chat/completions";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post("/v1/chat/completions").willReturn(answer()));
    }

    @Override
    protected TextRequest request() {
        return text("A title about rain", Optional.of(SCHEMA), 500);
    }

    @Override
    protected List<TextRequest> unsupported() {
        return List.of(
                text(" ", Optional.empty(), 10),
                text("x", Optional.empty(), 0),
                text("x".repeat(2_000_000), Optional.empty(), 10));
    }

    @Override
    protected void check(TextRequest request, TextResult result) {
        assertEquals("{\"title\":\"Rain\"}", result.text());
        assertEquals(20, result.inputTokens());
        assertEquals(10, result.outputTokens());
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        List<Misbehaviour> errors = new ArrayList<>(super.vendorErrors());
        errors.add(new Misbehaviour(
                "it refuses in a stream",
                stream(chunk("{\"refusal\":\"I cannot\"}", "null"), "data: [DONE]\n\n"),
                Kind.CONTENT_REJECTED));
        errors.add(new Misbehaviour(
                "it stops for the content",
                stream(
                        chunk("{\"content\":\"{\"}", "null"),
                        chunk("{}", "\"content_filter\""),
                        USAGE,
                        "data: [DONE]\n\n"),
                Kind.CONTENT_REJECTED));
        errors.add(new Misbehaviour(
                "an error comes in the stream",
                stream(
                        chunk("{\"content\":\"{\"}", "null"),
                        "data: {\"error\":{\"message\":\"over\",\"type\":\"server_error\",\"code\":\"server_error\"}}\n\n"),
                Kind.UNAVAILABLE));
        errors.add(new Misbehaviour(
                "the stream ends in the middle", stream(chunk("{\"content\":\"{\"}", "null")), Kind.BAD_RESPONSE));
        errors.add(new Misbehaviour(
                "the answer is no JSON though it was asked for",
                stream(chunk("{\"content\":\"Sure!\"}", "null"), chunk("{}", "\"stop\""), USAGE, "data: [DONE]\n\n"),
                Kind.BAD_RESPONSE));
        return errors;
    }

    @Test
    void piecesAreToldAndTokensArePaid() throws Exception {
        Provider<TextRequest, TextResult> provider = provider();
        Offer offer = provider.offers().get(0);
        TestCall call = call(files);
        Outcome.Done<TextResult> done = (Outcome.Done<TextResult>) provider.execute(request(), offer, call);
        assertEquals("{\"title\":\"Rain\"}", call.partialText());
        // 20 x $5/1M + 10 x $30/1M.
        assertEquals(Optional.of(Money.usd("0.0004")), done.charge());
        Quote.Known quote = (Quote.Known) provider.quote(request(), offer);
        assertTrue(quote.ceiling().compareTo(Money.usd("0.015")) >= 0, quote::toString);
    }

    @Test
    void theSchemaAndTheLongestAnswerAreSent() throws Exception {
        Provider<TextRequest, TextResult> provider = provider();
        provider.execute(request(), provider.offers().get(0), call(files));
        String sent = vendor().requests().get(0).getBodyAsString().replaceAll("\\s+", "");
        assertTrue(sent.contains("\"json_schema\"") && sent.contains("\"title\""), sent);
        assertTrue(sent.contains("\"max_completion_tokens\":500"), sent);
        assertTrue(!sent.contains("\"temperature\""), sent);
    }

    @Test
    void whatAModelCannotDoIsTold() {
        Provider<TextRequest, TextResult> provider = provider();
        Support.Adjusted<TextRequest> adjusted = assertInstanceOf(
                Support.Adjusted.class,
                provider.support(
                        text("x", Optional.empty(), 200_000), provider.offers().get(0)));
        assertEquals(128_000, adjusted.request().maximumTokens());
        assertEquals(2, adjusted.warnings().size(), adjusted.warnings()::toString);
    }
}
