package dev.evergreen.provider.stability.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.contract.test.ProviderPage;
import dev.evergreen.contract.test.VendorStub;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.tck.DescriptorContract;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The account's probe, the descriptor and the page made of it. */
class StabilityTest extends DescriptorContract {
    @Test
    void theProbeAsksWhatCostsNothing() {
        try (VendorStub vendor = StabilityContract.stub();
                StabilityAccount well = StabilityContract.account(vendor.address(), 60, reference -> "key");
                StabilityAccount ill =
                        StabilityContract.account(URI.create("http://127.0.0.1:1"), 60, reference -> "key")) {
            vendor.stub(get("/v1/user/balance").willReturn(okJson("{\"credits\":123.4}")));
            assertEquals(Health.State.UP, well.probe(Duration.ofSeconds(5)).state());
            assertEquals(Health.State.DOWN, ill.probe(Duration.ofSeconds(5)).state());
            vendor.assertContractKept();
        }
    }

    @Test
    void thePageIsMadeOfTheDescriptor() throws Exception {
        ProviderPage.compare(
                Path.of("..", "..", "docs", "providers"),
                "The vendor is told proportions, not sizes: the limit `pixels` says about how large a model's pictures are. The fast"
                        + " upscaler always enlarges by four. What Stability refuses costs nothing; a result that it made"
                        + " unrecognizable counts as refused.");
    }
}
