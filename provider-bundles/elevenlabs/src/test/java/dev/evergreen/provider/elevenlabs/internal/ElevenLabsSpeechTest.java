package dev.evergreen.provider.elevenlabs.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechResult;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.provider.WordTiming;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElevenLabsSpeechTest extends ElevenLabsContract<SpeechRequest, SpeechResult> {
    private static final String NARRATOR = "JBFqnCBsd6RMkjVDRZzb";

    @TempDir
    Path files;

    private static SpeechRequest speech(String text, String language, double rate) {
        return new SpeechRequest(text, language, "", Optional.empty(), "", rate);
    }

    /** The times of the letters of "Hi \uD83D\uDE00 you", of which one takes two places in Java and one here. */
    private static String answer(String letters) {
        return "{\"audio_base64\":\"" + Base64.getEncoder().encodeToString(ElevenLabsVendor.mp3(100))
                + "\",\"alignment\":"
                + "{\"characters\":" + letters
                + ",\"character_start_times_seconds\":[0,0.1,0.2,0.3,0.4,0.5,0.6,0.7]"
                + ",\"character_end_times_seconds\":[0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8]},\"normalized_alignment\":null}";
    }

    @Override
    Provider<SpeechRequest, SpeechResult> provider(ElevenLabsAccount account) {
        return new ElevenLabsSpeech(account);
    }

    @Override
    protected String orderPath() {
        return "/v1/text-to-speech/" + NARRATOR + "/with-timestamps";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post(urlPathEqualTo(orderPath()))
                .willReturn(okJson(answer("[\"H\",\"i\",\" \",\"\uD83D\uDE00\",\" \",\"y\",\"o\",\"u\"]"))
                        .withHeader("character-cost", "7")));
    }

    @Override
    protected SpeechRequest request() {
        return speech("Hi \uD83D\uDE00 you", "en-GB", 1.1);
    }

    @Override
    protected List<SpeechRequest> unsupported() {
        return List.of(speech("x".repeat(40_001), "en", 1), speech("x", "xx", 1));
    }

    @Override
    protected void check(SpeechRequest request, SpeechResult result) {
        assertEquals(NARRATOR, result.voice());
        assertEquals(2612, result.duration().toMillis());
        assertEquals(
                List.of(
                        new WordTiming(0, 2, Duration.ZERO, Duration.ofMillis(200)),
                        new WordTiming(3, 5, Duration.ofMillis(300), Duration.ofMillis(400)),
                        new WordTiming(6, 9, Duration.ofMillis(500), Duration.ofMillis(800))),
                result.words());
    }

    @Test
    void wordsAreFoundWhereTheVendorSpokeAnotherText() throws Exception {
        vendor().stub(post(urlPathEqualTo(orderPath()))
                .willReturn(okJson(answer("[\"H\",\"i\",\" \",\"!\",\" \",\"Y\",\"o\",\"u\"]"))));
        Provider<SpeechRequest, SpeechResult> provider = provider();
        Outcome.Done<SpeechResult> done = (Outcome.Done<SpeechResult>)
                provider.execute(request(), provider.offers().get(0), call(files));
        assertEquals(
                List.of(
                        new WordTiming(0, 2, Duration.ZERO, Duration.ofMillis(200)),
                        new WordTiming(6, 9, Duration.ofMillis(500), Duration.ofMillis(800))),
                done.result().words());
    }

    @Test
    void theVendorsOwnCountIsPaid() throws Exception {
        Provider<SpeechRequest, SpeechResult> provider = provider();
        Offer offer = provider.offers().get(0);
        Quote.Known quote = (Quote.Known) provider.quote(request(), offer);
        assertEquals(Money.usd("0.0027"), quote.ceiling());
        Outcome.Done<SpeechResult> done = (Outcome.Done<SpeechResult>) provider.execute(request(), offer, call(files));
        assertEquals(Optional.of(Money.usd("0.0021")), done.charge());
    }

    @Test
    void aPaceThatVoicesDoNotHaveIsTold() {
        Provider<SpeechRequest, SpeechResult> provider = provider();
        Support.Adjusted<SpeechRequest> adjusted = assertInstanceOf(
                Support.Adjusted.class,
                provider.support(speech("x", "en", 2), provider.offers().get(0)));
        assertEquals(1.2, adjusted.request().rate());
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return ElevenLabsVendor.errors();
    }
}
