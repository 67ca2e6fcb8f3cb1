package dev.evergreen.provider.black.forest.labs.internal;

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
class BlackForestLabsTest extends DescriptorContract {
    @Test
    void theProbeAsksWhatCostsNothing() {
        try (VendorStub vendor = FluxContract.stub();
                FluxAccount well = FluxContract.account(vendor.address(), 60, reference -> "key");
                FluxAccount ill = FluxContract.account(URI.create("http://127.0.0.1:1"), 60, reference -> "key")) {
            vendor.stub(get("/v1/credits").willReturn(okJson("{\"credits\":42}")));
            assertEquals(Health.State.UP, well.probe(Duration.ofSeconds(5)).state());
            assertEquals(Health.State.DOWN, ill.probe(Duration.ofSeconds(5)).state());
            vendor.assertContractKept();
        }
    }

    @Test
    void thePageIsMadeOfTheDescriptor() throws Exception {
        ProviderPage.compare(
                Path.of("..", "..", "docs", "providers"),
                "Orders say what they cost, in credits; that is what is booked. Where the vendor's page names one price only, that price"
                        + " stands for every million of pixels, so that a quote is never too low; Klein has none until you set it.");
    }
}
