package dev.evergreen.provider.google.speech.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.contract.test.VendorStub;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Secrets;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechResult;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoogleSpeakerTest extends GoogleContract<SpeechRequest, SpeechResult> {
    private static final String NARRATOR = "en-GB-Chirp3-HD-Charon";

    @TempDir
    Path files;

    private static SpeechRequest speech(String text, String language) {
        return new SpeechRequest(text, language, "", Optional.empty(), "", 1.5);
    }

    private static Misbehaviour refused(String when, int code, String status, String message, Kind kind) {
        return error(
                when,
                code,
                "{\"error\":{\"code\":" + code + ",\"message\":\"" + message + "\",\"status\":\"" + status + "\"}}",
                kind);
    }

    @Override
    Provider<SpeechRequest, SpeechResult> provider(GoogleAccount account) {
        return new GoogleSpeaker(account);
    }

    @Override
    protected String orderPath() {
        return "/v1/text:synthesize";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post(orderPath())
                .willReturn(
                        okJson("{\"audioContent\":\"" + Base64.getEncoder().encodeToString(wave(files, 2)) + "\"}")));
    }

    @Override
    protected SpeechRequest request() {
        return speech("Good morning", "en-GB");
    }

    @Override
    protected List<SpeechRequest> unsupported() {
        return List.of(speech("\u00e4".repeat(2_501), "en"), speech("x", "xx"));
    }

    @Override
    protected void check(SpeechRequest request, SpeechResult result) {
        assertEquals(NARRATOR, result.voice());
        assertEquals(2_000, result.duration().toMillis());
        assertEquals(List.of(), result.words());
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return List.of(
                refused("it does not understand", 400, "INVALID_ARGUMENT", "no", Kind.INVALID_REQUEST),
                refused("the voice is gone", 400, "INVALID_ARGUMENT", "Voice 'x' does not exist", Kind.UNSUPPORTED),
                refused("the project may not", 403, "PERMISSION_DENIED", "API not enabled", Kind.AUTHENTICATION),
                refused("nobody pays", 403, "PERMISSION_DENIED", "enable billing", Kind.QUOTA_EXHAUSTED),
                refused("the minute is used up", 429, "RESOURCE_EXHAUSTED", "no", Kind.RATE_LIMITED),
                refused("it is overloaded", 503, "UNAVAILABLE", "no", Kind.OVERLOADED));
    }

    @Test
    void voiceLanguageAndPaceAreAskedFor() throws Exception {
        Provider<SpeechRequest, SpeechResult> provider = provider();
        Offer offer = provider.offers().get(0);
        provider.execute(request(), offer, call(files));
        String sent = vendor().requests().get(0).getBodyAsString();
        assertTrue(sent.contains("\"languageCode\":\"en-GB\"") && sent.contains("\"speakingRate\":1.5"), sent);
        assertEquals(
                Money.usd("0.00036"),
                assertInstanceOf(Quote.Known.class, provider.quote(request(), offer))
                        .ceiling());
    }

    @Test
    void aTokenIsUsedAgainAndSignedForTheAccount() throws Exception {
        try (VendorStub own = tokens();
                GoogleAccount account = account(vendor().address(), 60, own.address(), SERVICE_ACCOUNT)) {
            GoogleSpeaker speaker = new GoogleSpeaker(account);
            speaker.execute(request(), speaker.offers().get(0), call(files));
            speaker.execute(request(), speaker.offers().get(0), call(files));
            assertEquals(1, own.requests().size());
            String form = own.requests().get(0).getBodyAsString();
            String[] assertion = form.replaceFirst(".*assertion=", "").split("\\.", -1);
            assertEquals(3, assertion.length, form);
            String claims =
                    new String(Base64.getUrlDecoder().decode(assertion[1]), java.nio.charset.StandardCharsets.UTF_8);
            assertTrue(claims.contains("\"iss\":\"a@b.example\"") && claims.contains("/token\""), claims);
            own.assertContractKept();
        }
    }

    @Test
    void aKeyThatIsNoneAndOneThatIsRefusedAreTheOperators() {
        assertEquals(Kind.AUTHENTICATION, failsWith(reference -> "not JSON", 200));
        assertEquals(
                Kind.AUTHENTICATION, failsWith(reference -> "{\"client_email\":\"a\",\"private_key\":\"b\"}", 200));
        assertEquals(Kind.AUTHENTICATION, failsWith(SERVICE_ACCOUNT, 400));
    }

    private Kind failsWith(Secrets secrets, int status) {
        try (VendorStub own = tokens();
                GoogleAccount account = account(vendor().address(), 60, own.address(), secrets)) {
            if (status != 200) {
                own.stub(post("/token")
                        .willReturn(aResponse()
                                .withStatus(status)
                                .withHeader("Content-Type", "application/json")
                                .withBody("{\"error\":\"invalid_grant\",\"error_description\":\"revoked\"}")));
            }
            GoogleSpeaker speaker = new GoogleSpeaker(account);
            return assertThrows(
                            ProviderException.class,
                            () -> speaker.execute(request(), speaker.offers().get(0), call(files)))
                    .kind();
        }
    }
}
