package dev.evergreen.provider.azure.speech.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.contract.test.ProviderPage;
import dev.evergreen.contract.test.VendorStub;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.VoiceCatalogRequest;
import dev.evergreen.spi.provider.VoiceCatalogResult;
import dev.evergreen.spi.provider.VoiceCatalogResult.Voice;
import dev.evergreen.spi.script.CastMember.Gender;
import dev.evergreen.tck.DescriptorContract;
import dev.evergreen.tck.TestCall;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account's probe, its voices, the descriptor and the page made of it. */
class AzureSpeechTest extends DescriptorContract {
    private static final String VOICES = """
            [{"ShortName":"en-GB-AdaNeural","DisplayName":"Ada","Locale":"en-GB","Gender":"Female"},
            {"ShortName":"de-DE-KatjaNeural","DisplayName":"Katja","Locale":"de-DE","Gender":"Female"},
            {"ShortName":"en-US-GuyNeural","DisplayName":"Guy","Locale":"en-US","Gender":"Male"}]""";

    @TempDir
    Path files;

    @Test
    void theProbeAsksWhatCostsNothing() {
        try (VendorStub vendor = AzureContract.stub();
                AzureAccount well = AzureContract.account(vendor.address(), 60, reference -> "key");
                AzureAccount ill = AzureContract.account(URI.create("http://127.0.0.1:1"), 60, reference -> "key")) {
            vendor.stub(get(urlPathEqualTo("/cognitiveservices/voices/list")).willReturn(okJson(VOICES)));
            assertEquals(Health.State.UP, well.probe(Duration.ofSeconds(5)).state());
            assertEquals(Health.State.DOWN, ill.probe(Duration.ofSeconds(5)).state());
            vendor.assertContractKept();
        }
    }

    @Test
    void voicesOfALanguageAreListedWithTheNarratorFirst() throws Exception {
        try (VendorStub vendor = AzureContract.stub();
                AzureAccount account = AzureContract.account(vendor.address(), 60, reference -> "key")) {
            vendor.stub(get(urlPathEqualTo("/cognitiveservices/voices/list")).willReturn(okJson(VOICES)));
            AzureVoices voices = new AzureVoices(account);
            Outcome.Done<VoiceCatalogResult> done = (Outcome.Done<VoiceCatalogResult>) voices.execute(
                    new VoiceCatalogRequest("en"), voices.offers().get(0), new TestCall(files));
            assertEquals(
                    List.of(
                            new Voice("en-US-GuyNeural", "Guy", "en-US", Gender.MALE),
                            new Voice("en-GB-AdaNeural", "Ada", "en-GB", Gender.FEMALE)),
                    done.result().voices());
            vendor.assertContractKept();
        }
    }

    @Test
    void thePageIsMadeOfTheDescriptor() throws Exception {
        ProviderPage.compare(
                Path.of("..", "..", "docs", "providers"),
                "This interface tells no times of words. A delivery is spoken where the option `styles` knows it for the voice. Speech that would be cut off at ten minutes fails instead.");
    }
}
