package dev.evergreen.provider.runway.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
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
class RunwayTest extends DescriptorContract {
    @Test
    void theProbeAsksWhatCostsNothing() {
        try (VendorStub vendor = RunwayContract.stub();
                RunwayAccount well = RunwayContract.account(vendor.address(), 60, reference -> "key");
                RunwayAccount ill = RunwayContract.account(URI.create("http://127.0.0.1:1"), 60, reference -> "key")) {
            vendor.stub(get("/v1/organization")
                    .willReturn(com.github.tomakehurst.wiremock.client.WireMock.ok("organization")));
            assertEquals(Health.State.UP, well.probe(Duration.ofSeconds(5)).state());
            assertEquals(Health.State.DOWN, ill.probe(Duration.ofSeconds(5)).state());
            vendor.assertContractKept();
        }
    }

    @Test
    void thePageIsMadeOfTheDescriptor() throws Exception {
        ProviderPage.compare(
                Path.of("..", "..", "docs", "providers"),
                "Pictures are sent inside the request, of up to 3.9 MB. A failed task is charged what the vendor says it cost.");
    }
}
