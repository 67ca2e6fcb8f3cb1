package dev.evergreen.provider.luma.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
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
class LumaTest extends DescriptorContract {
    private static void answers(VendorStub vendor, int status) {
        vendor.stub(get(urlPathMatching("/v1/generations/.+"))
                .willReturn(jsonResponse("{\"detail\":\"The vendor's words\"}", status)));
    }

    @Test
    void theProbeAsksForATaskThatThereIsNot() {
        try (VendorStub vendor = LumaContract.stub();
                LumaAccount account = LumaContract.account(vendor.address(), 60, reference -> "key");
                LumaAccount away = LumaContract.account(URI.create("http://127.0.0.1:1"), 60, reference -> "key")) {
            answers(vendor, 404);
            assertEquals(Health.State.UP, account.probe(Duration.ofSeconds(5)).state());
            answers(vendor, 401);
            assertEquals(Health.State.DOWN, account.probe(Duration.ofSeconds(5)).state());
            answers(vendor, 429);
            assertEquals(
                    Health.State.DEGRADED, account.probe(Duration.ofSeconds(5)).state());
            assertEquals(Health.State.DOWN, away.probe(Duration.ofSeconds(5)).state());
            vendor.assertContractKept();
        }
    }

    @Test
    void thePageIsMadeOfTheDescriptor() throws Exception {
        ProviderPage.compare(
                Path.of("..", "..", "docs", "providers"),
                "This is Luma's agents interface; the older Dream Machine interface has other keys and is not spoken with. Pictures are sent"
                        + " inside the request. The vendor takes no seed, cannot stop a task and does not say what one cost; its prices of films"
                        + " are not among the defaults: until you set them, a person is asked before each film.");
    }
}
