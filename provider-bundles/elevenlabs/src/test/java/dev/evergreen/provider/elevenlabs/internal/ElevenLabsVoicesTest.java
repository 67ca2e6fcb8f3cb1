package dev.evergreen.provider.elevenlabs.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.contract.test.VendorStub;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.VoiceCatalogRequest;
import dev.evergreen.spi.provider.VoiceCatalogResult;
import dev.evergreen.spi.provider.VoiceCatalogResult.Voice;
import dev.evergreen.spi.script.CastMember.Gender;
import dev.evergreen.tck.TestCall;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElevenLabsVoicesTest {
    @TempDir
    Path files;

    @Test
    void theAccountsOwnVoicesAreListed() throws Exception {
        try (VendorStub vendor = ElevenLabsContract.stub();
                ElevenLabsAccount account = ElevenLabsContract.account(vendor.address(), 60, reference -> "key")) {
            vendor.stub(get("/v1/voices").willReturn(ok("""
                    {"voices":[{"voice_id":"v1","name":"Ada","labels":{"gender":"female"}},{"voice_id":"v2","name":"Own","labels":{}}]}""")));
            ElevenLabsVoices voices = new ElevenLabsVoices(account);
            Outcome.Done<VoiceCatalogResult> done = (Outcome.Done<VoiceCatalogResult>)
                    voices.execute(new VoiceCatalogRequest(""), voices.offers().get(0), new TestCall(files));
            assertEquals(
                    List.of(
                            new Voice("v1", "Ada", "mul", Gender.FEMALE),
                            new Voice("v2", "Own", "mul", Gender.UNSPECIFIED)),
                    done.result().voices());
            vendor.assertContractKept();
        }
    }
}
