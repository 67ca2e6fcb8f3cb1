package dev.evergreen.provider.comfyui.internal;

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
class ComfyUiTest extends DescriptorContract {
    @Test
    void theProbeAsksWhatCostsNothing() {
        try (VendorStub vendor = ComfyUiContract.stub();
                ComfyUiAccount well = ComfyUiContract.account(vendor.address(), 60, reference -> "key", "");
                ComfyUiAccount ill =
                        ComfyUiContract.account(URI.create("http://127.0.0.1:1"), 60, reference -> "key", "")) {
            vendor.stub(get("/system_stats").willReturn(okJson("{\"system\":{\"os\":\"posix\"},\"devices\":[]}")));
            assertEquals(Health.State.UP, well.probe(Duration.ofSeconds(5)).state());
            assertEquals(Health.State.DOWN, ill.probe(Duration.ofSeconds(5)).state());
            vendor.assertContractKept();
        }
    }

    @Test
    void thePageIsMadeOfTheDescriptor() throws Exception {
        ProviderPage.compare(
                Path.of("..", "..", "docs", "providers"),
                "A model is a workflow: in ComfyUI save it with *Save (API Format)*, put places in braces where the film's "
                        + "values go ([how](templates.md)), and make it the option `input` of an entry of `models`. The option `node` names "
                        + "the node whose file is the result; without it the first file that was saved is. Pictures are uploaded to the server first.");
    }
}
