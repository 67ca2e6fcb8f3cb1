package dev.evergreen.provider.pixabay.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
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
class PixabayTest extends DescriptorContract {
    @Test
    void theProbeAsksWhatCostsNothing() {
        try (VendorStub vendor = PixabayContract.stub();
                PixabayAccount well = PixabayContract.account(vendor.address(), 60, reference -> "key");
                PixabayAccount ill =
                        PixabayContract.account(URI.create("http://127.0.0.1:1"), 60, reference -> "key")) {
            vendor.stub(get(urlPathEqualTo("/api/")).willReturn(okJson("{\"total\":0,\"totalHits\":0,\"hits\":[]}")));
            assertEquals(Health.State.UP, well.probe(Duration.ofSeconds(5)).state());
            assertEquals(Health.State.DOWN, ill.probe(Duration.ofSeconds(5)).state());
            vendor.assertContractKept();
        }
    }

    @Test
    void thePageIsMadeOfTheDescriptor() throws Exception {
        ProviderPage.compare(
                Path.of("..", "..", "docs", "providers"),
                "Answers are kept for a day, as Pixabay wants it. Longer words than it takes are cut with a warning. Who made it and where it was found is kept with the asset.");
    }
}
