package dev.evergreen.provider.openai.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.contract.test.ProviderPage;
import dev.evergreen.contract.test.VendorStub;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.TextRequest;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.TestCall;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts side by side, their settings, their probe, their page. */
class OpenAiTest extends DescriptorContract {
    private static final VendorStub VENDOR = OpenAiVendor.stub();
    private static final TextRequest REQUEST = new TextRequest("", "A word", Optional.empty(), 100, 1);

    @TempDir
    Path files;

    @BeforeEach
    void reset() {
        VENDOR.reset();
    }

    @AfterAll
    static void close() {
        VENDOR.close();
    }

    @Test
    void serversThatSpeakTheSameLanguageWorkSideBySide() throws Exception {
        VENDOR.stub(post("/v1/chat/completions")
                .willReturn(OpenAiTextTest.stream(
                        OpenAiTextTest.chunk("{\"content\":\"cloud\"}", "\"stop\""),
                        OpenAiTextTest.USAGE,
                        "data: [DONE]\n\n")));
        URI other = VENDOR.newCase();
        VENDOR.stub(post(urlPathEqualTo(other.getPath() + "/chat/completions"))
                .willReturn(OpenAiTextTest.stream(
                        OpenAiTextTest.chunk("{\"content\":\"local\"}", "\"stop\""), "data: [DONE]\n\n")));
        Map<String, Object> local = Map.of("vendor", "Own server", "region", "local", "ownModels", true, "models", """
                [{"id":"llama","capabilities":["TextGenerator"],"tier":"draft","retainsData":false,
                  "prices":{"input-token":"0","output-token":"0"},"options":{"maximumTokens":"max_tokens"}}]""");
        try (OpenAiAccount first = OpenAiVendor.account(VENDOR.address(), 60, reference -> "key-of-first");
                OpenAiAccount second = OpenAiVendor.account(other, 60, reference -> "key-of-second", local)) {
            OpenAiText cloud = new OpenAiText(first);
            OpenAiText own = new OpenAiText(second);
            assertEquals(List.of("llama"), own.offers().stream().map(Offer::id).toList());
            assertEquals("local", own.offers().get(0).region());
            Quote.Known free = (Quote.Known) own.quote(REQUEST, own.offers().get(0));
            assertEquals(Money.free(), free.ceiling());
            own.execute(REQUEST, own.offers().get(0), new TestCall(files));
            cloud.execute(REQUEST, cloud.offers().get(0), new TestCall(files));
        }
        assertEquals(
                List.of("Bearer key-of-first", "Bearer key-of-second"),
                VENDOR.requests().stream()
                        .map(one -> one.getHeader("Authorization"))
                        .sorted()
                        .toList());
        assertTrue(
                VENDOR.requests().stream().anyMatch(one -> one.getBodyAsString().contains("max_tokens")),
                "the old field");
        VENDOR.assertContractKept();
    }

    @Test
    void aModelWithoutAPriceIsNeverFree() {
        String models = "[{\"id\":\"gpt-6\",\"capabilities\":[\"TextGenerator\"]}]";
        try (OpenAiAccount account =
                OpenAiVendor.account(VENDOR.address(), 60, reference -> "k", Map.of("models", models))) {
            OpenAiText texts = new OpenAiText(account);
            Offer added = texts.offers().get(texts.offers().size() - 1);
            assertEquals("gpt-6", added.id());
            Quote.Unknown unknown = assertInstanceOf(Quote.Unknown.class, texts.quote(REQUEST, added));
            assertTrue(unknown.reason().contains("input-token"), unknown.reason());
        }
    }

    @Test
    void theProbeListsModels() {
        VENDOR.stub(get("/v1/models").willReturn(okJson("{\"object\":\"list\",\"data\":[]}")));
        URI refused = VENDOR.newCase();
        try (OpenAiAccount well = OpenAiVendor.account(VENDOR.address(), 60, reference -> "k");
                OpenAiAccount ill = OpenAiVendor.account(refused, 60, reference -> "k")) {
            assertEquals(Health.State.UP, well.probe(Duration.ofSeconds(5)).state());
            assertEquals(Health.State.DOWN, ill.probe(Duration.ofSeconds(5)).state());
        }
        VENDOR.assertContractKept();
    }

    @Test
    void thePageIsMadeOfTheDescriptor() throws Exception {
        ProviderPage.compare(Path.of("..", "..", "docs", "providers"), """
                For another server that speaks this language, add an account with its address, `ownModels` and its models, for example
                `[{"id": "llama-3.3-70b", "capabilities": ["TextGenerator"], "prices": {"input-token": "0", "output-token": "0"},
                "options": {"maximumTokens": "max_tokens"}}]`. Speech comes without times of words; only `whisper-1` hears them. OpenAI's video
                interface was withdrawn by the vendor in September 2026 and is not here.
                """);
    }
}
