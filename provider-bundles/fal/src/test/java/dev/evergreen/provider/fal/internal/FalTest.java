package dev.evergreen.provider.fal.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.contract.test.ProviderPage;
import dev.evergreen.contract.test.VendorStub;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.tck.DescriptorContract;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The account's probe, the descriptor and the page made of it. */
class FalTest extends DescriptorContract {
    @Test
    void theProbeAsksForAPrice() {
        try (VendorStub vendor = new VendorStub("/contract/fal-platform.openapi.json", "/v1");
                FalAccount well = account(vendor.address());
                FalAccount ill = account(URI.create("http://127.0.0.1:1"))) {
            vendor.stub(get(urlPathEqualTo("/v1/models/pricing"))
                    .willReturn(okJson("{\"prices\":[{\"endpoint_id\":\"fal-ai/flux/dev\",\"unit_price\":0.025,"
                            + "\"unit\":\"image\",\"currency\":\"USD\"}],\"next_cursor\":null,\"has_more\":false}")));
            assertEquals(Health.State.UP, well.probe(Duration.ofSeconds(5)).state());
            assertEquals(Health.State.DOWN, ill.probe(Duration.ofSeconds(5)).state());
            vendor.assertContractKept();
        }
    }

    private static FalAccount account(URI platform) {
        return new FalAccount(
                Settings.of(
                        Fal.class,
                        "fal",
                        Map.of(
                                "apiKey",
                                "secret:1",
                                "baseUrl",
                                "http://127.0.0.1:1",
                                "platformUrl",
                                platform.toString())),
                reference -> "key",
                Clock.systemUTC());
    }

    @Test
    void thePageIsMadeOfTheDescriptor() throws Exception {
        ProviderPage.compare(
                Path.of("..", "..", "docs", "providers"),
                "A model's option `input` is its input as its page on fal describes it, with places in braces ([how](templates.md)). "
                        + "Text and first picture are models of their own there. Pika is reached this way too. "
                        + "Files go inside the request. The vendor's answers name no cost: what was quoted is charged.");
    }
}
