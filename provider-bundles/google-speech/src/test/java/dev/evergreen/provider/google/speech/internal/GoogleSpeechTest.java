package dev.evergreen.provider.google.speech.internal;

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
class GoogleSpeechTest extends DescriptorContract {
    private static final String VOICES = """
            {"voices":[{"name":"en-US-Chirp3-HD-Aoede","languageCodes":["en-US"],"ssmlGender":"FEMALE"},
            {"name":"en-US-Neural2-A","languageCodes":["en-US"],"ssmlGender":"MALE"},
            {"name":"en-US-Chirp3-HD-Charon","languageCodes":["en-US"],"ssmlGender":"MALE"}]}""";

    @TempDir
    Path files;

    @Test
    void theProbeAsksWhatCostsNothing() {
        try (VendorStub vendor = GoogleContract.stub();
                VendorStub tokens = GoogleContract.tokens();
                GoogleAccount well =
                        GoogleContract.account(vendor.address(), 60, tokens.address(), GoogleContract.SERVICE_ACCOUNT);
                GoogleAccount ill = GoogleContract.account(
                        URI.create("http://127.0.0.1:1"), 60, tokens.address(), GoogleContract.SERVICE_ACCOUNT)) {
            vendor.stub(get(urlPathEqualTo("/v1/voices")).willReturn(okJson(VOICES)));
            assertEquals(Health.State.UP, well.probe(Duration.ofSeconds(5)).state());
            assertEquals(Health.State.DOWN, ill.probe(Duration.ofSeconds(5)).state());
            vendor.assertContractKept();
        }
    }

    @Test
    void voicesOfALanguageAreListedWithTheNarratorFirst() throws Exception {
        try (VendorStub vendor = GoogleContract.stub();
                VendorStub tokens = GoogleContract.tokens();
                GoogleAccount account = GoogleContract.account(
                        vendor.address(), 60, tokens.address(), GoogleContract.SERVICE_ACCOUNT)) {
            vendor.stub(get(urlPathEqualTo("/v1/voices")).willReturn(okJson(VOICES)));
            GoogleVoices voices = new GoogleVoices(account);
            Outcome.Done<VoiceCatalogResult> done = (Outcome.Done<VoiceCatalogResult>) voices.execute(
                    new VoiceCatalogRequest("en-US"), voices.offers().get(0), new TestCall(files));
            assertEquals(
                    List.of(
                            new Voice("en-US-Chirp3-HD-Charon", "en-US-Chirp3-HD-Charon", "en-US", Gender.MALE),
                            new Voice("en-US-Chirp3-HD-Aoede", "en-US-Chirp3-HD-Aoede", "en-US", Gender.FEMALE)),
                    done.result().voices());
            vendor.assertContractKept();
        }
    }

    @Test
    void thePageIsMadeOfTheDescriptor() throws Exception {
        ProviderPage.compare(
                Path.of("..", "..", "docs", "providers"),
                "The key is that of a service account, in JSON; tokens are made of it and never stored. This interface tells no times of words.");
    }
}
