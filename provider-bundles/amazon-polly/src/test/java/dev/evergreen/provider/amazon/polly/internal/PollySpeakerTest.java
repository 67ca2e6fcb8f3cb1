package dev.evergreen.provider.amazon.polly.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechResult;
import dev.evergreen.spi.provider.WordTiming;
import dev.evergreen.tck.TestCall;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollySpeakerTest extends PollyContract<SpeechRequest, SpeechResult> {
    @TempDir
    Path files;

    private static SpeechRequest speech(String text, String language, double rate) {
        return new SpeechRequest(text, language, "", Optional.empty(), "", rate);
    }

    /** Silent frames of 1152 samples at 44.1 kHz. */
    private static byte[] mp3(int frames) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < frames; i++) {
            byte[] frame = new byte[417];
            frame[0] = (byte) 0xff;
            frame[1] = (byte) 0xfb;
            frame[2] = (byte) 0x90;
            bytes.writeBytes(frame);
        }
        return bytes.toByteArray();
    }

    private static Misbehaviour refused(String type, int status, Kind kind) {
        return new Misbehaviour(
                type,
                aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withHeader("x-amzn-ErrorType", type + ":http://internal.amazon.com/coral/")
                        .withHeader("x-amzn-RequestId", "id-1")
                        .withBody("{\"message\":\"no\"}"),
                kind);
    }

    @Override
    Provider<SpeechRequest, SpeechResult> provider(PollyAccount account) {
        return new PollySpeaker(account);
    }

    @Override
    protected String orderPath() {
        return "/v1/speech";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post("/v1/speech")
                .withRequestBody(matchingJsonPath("$.OutputFormat", equalTo("mp3")))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "audio/mpeg")
                        .withHeader("x-amzn-RequestCharacters", "13")
                        .withBody(mp3(100))));
        vendor().stub(post("/v1/speech")
                .withRequestBody(matchingJsonPath("$.OutputFormat", equalTo("json")))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/x-json-stream")
                        .withHeader("x-amzn-RequestCharacters", "13")
                        .withBody("{\"time\":6,\"type\":\"word\",\"start\":0,\"end\":5,\"value\":\"S\u00e4ge\"}\n"
                                + "{\"time\":800,\"type\":\"word\",\"start\":6,\"end\":9,\"value\":\"und\"}\n"
                                + "{\"time\":1200,\"type\":\"word\",\"start\":10,\"end\":14,\"value\":\"Beil\"}\n")));
    }

    @Override
    protected SpeechRequest request() {
        return speech("S\u00e4ge und Beil", "de-DE", 1);
    }

    @Override
    protected List<SpeechRequest> unsupported() {
        return List.of(speech("x".repeat(3_001), "en", 1), speech("x", "xx", 1));
    }

    @Override
    protected void check(SpeechRequest request, SpeechResult result) {
        assertEquals("Daniel", result.voice());
        assertEquals(2_612, result.duration().toMillis());
        assertEquals(
                List.of(
                        new WordTiming(0, 4, Duration.ofMillis(6), Duration.ofMillis(800)),
                        new WordTiming(5, 8, Duration.ofMillis(800), Duration.ofMillis(1_200)),
                        new WordTiming(9, 13, Duration.ofMillis(1_200), result.duration())),
                result.words());
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return List.of(
                refused("TextLengthExceededException", 400, Kind.UNSUPPORTED),
                refused("InvalidSsmlException", 400, Kind.INVALID_REQUEST),
                refused("EngineNotSupportedException", 400, Kind.UNSUPPORTED),
                refused("ThrottlingException", 400, Kind.RATE_LIMITED),
                refused("UnrecognizedClientException", 403, Kind.AUTHENTICATION),
                refused("ServiceFailureException", 500, Kind.UNAVAILABLE));
    }

    @Test
    void bothRequestsAreSignedAndPaid() throws Exception {
        Provider<SpeechRequest, SpeechResult> provider = provider();
        Offer offer = provider.offers().get(0);
        assertEquals(
                Money.usd("0.000416"),
                assertInstanceOf(Quote.Known.class, provider.quote(request(), offer))
                        .ceiling());
        Outcome.Done<SpeechResult> done = (Outcome.Done<SpeechResult>) provider.execute(request(), offer, call(files));
        assertEquals(Optional.of(Money.usd("0.000416")), done.charge());
        assertEquals(2, vendor().requests().size());
        vendor().requests()
                .forEach(one -> assertTrue(
                        one.getHeader("Authorization").startsWith("AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/"),
                        one.getHeader("Authorization")));
    }

    @Test
    void speechWithoutTimesOfWordsIsStillServed() throws Exception {
        vendor().stub(post("/v1/speech")
                .withRequestBody(matchingJsonPath("$.OutputFormat", equalTo("json")))
                .willReturn(aResponse().withStatus(503)));
        Provider<SpeechRequest, SpeechResult> provider = provider();
        TestCall call = call(files);
        Outcome.Done<SpeechResult> done = (Outcome.Done<SpeechResult>)
                provider.execute(request(), provider.offers().get(0), call);
        assertEquals(List.of(), done.result().words());
        assertEquals(Optional.of(Money.usd("0.000208")), done.charge());
        assertEquals(1, call.warnings().size());
    }

    @Test
    void thePaceIsAskedForInMarkup() throws Exception {
        Provider<SpeechRequest, SpeechResult> provider = provider();
        provider.execute(
                speech("S\u00e4ge & Beil", "de-DE", 1.25), provider.offers().get(0), call(files));
        String sent = vendor().requests().get(0).getBodyAsString();
        assertTrue(sent.contains("rate=\\\"125%\\\"") && sent.contains("&amp; Beil"), sent);
    }
}
