package dev.evergreen.provider.replicate.internal;

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
class ReplicateTest extends DescriptorContract {
    @Test
    void theProbeAsksWhatCostsNothing() {
        try (VendorStub vendor = ReplicateContract.stub();
                ReplicateAccount well = ReplicateContract.account(vendor.address(), 60, reference -> "key", "");
                ReplicateAccount ill =
                        ReplicateContract.account(URI.create("http://127.0.0.1:1"), 60, reference -> "key", "")) {
            vendor.stub(get("/account").willReturn(okJson("{\"type\":\"user\",\"username\":\"ada\"}")));
            assertEquals(Health.State.UP, well.probe(Duration.ofSeconds(5)).state());
            assertEquals(Health.State.DOWN, ill.probe(Duration.ofSeconds(5)).state());
            vendor.assertContractKept();
        }
    }

    @Test
    void thePageIsMadeOfTheDescriptor() throws Exception {
        ProviderPage.compare(
                Path.of("..", "..", "docs", "providers"),
                "A model's option `input` is its input as its page on Replicate describes it, with places in braces "
                        + "([how](templates.md)). "
                        + "A model that is no official one needs the option `version`, and the price "
                        + "`compute-second` with the limit `compute-seconds`: the most that a request may take. It is charged what it took. "
                        + "Sizes are those that the model's ratios have had; the file says what it really is.");
    }
}
