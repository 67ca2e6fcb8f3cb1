package dev.evergreen.provider.amazon.polly.internal;

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
class AmazonPollyTest extends DescriptorContract {
    private static final String VOICES = """
            {"Voices":[{"Id":"Amy","Name":"Amy","LanguageCode":"en-GB","Gender":"Female"},
            {"Id":"Vicki","Name":"Vicki","LanguageCode":"de-DE","Gender":"Female"},
            {"Id":"Matthew","Name":"Matthew","LanguageCode":"en-US","Gender":"Male"}]}""";

    @TempDir
    Path files;

    @Test
    void theProbeAsksWhatCostsNothing() {
        try (VendorStub vendor = PollyContract.stub();
                PollyAccount well = PollyContract.account(vendor.address(), 60, reference -> "key");
                PollyAccount ill = PollyContract.account(URI.create("http://127.0.0.1:1"), 60, reference -> "key")) {
            vendor.stub(get(urlPathEqualTo("/v1/voices")).willReturn(okJson(VOICES)));
            assertEquals(Health.State.UP, well.probe(Duration.ofSeconds(5)).state());
            assertEquals(Health.State.DOWN, ill.probe(Duration.ofSeconds(5)).state());
            vendor.assertContractKept();
        }
    }

    @Test
    void voicesOfALanguageAreListedWithTheNarratorFirst() throws Exception {
        try (VendorStub vendor = PollyContract.stub();
                PollyAccount account = PollyContract.account(vendor.address(), 60, reference -> "key")) {
            vendor.stub(get(urlPathEqualTo("/v1/voices")).willReturn(okJson(VOICES)));
            PollyVoices voices = new PollyVoices(account);
            Outcome.Done<VoiceCatalogResult> done = (Outcome.Done<VoiceCatalogResult>) voices.execute(
                    new VoiceCatalogRequest("en"), voices.offers().get(0), new TestCall(files));
            assertEquals(
                    List.of(
                            new Voice("Matthew", "Matthew", "en-US", Gender.MALE),
                            new Voice("Amy", "Amy", "en-GB", Gender.FEMALE)),
                    done.result().voices());
            vendor.assertContractKept();
        }
    }

    @Test
    void thePageIsMadeOfTheDescriptor() throws Exception {
        ProviderPage.compare(
                Path.of("..", "..", "docs", "providers"),
                "The time of every word is asked for by a second request, which Polly charges like the first; models whose option `marks` is not true go without. What Polly says that it charged is what the call cost.");
    }
}
