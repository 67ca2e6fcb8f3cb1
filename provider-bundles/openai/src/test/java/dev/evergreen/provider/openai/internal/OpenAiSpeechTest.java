package dev.evergreen.provider.openai.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.evergreen.kit.audio.WaveFiles;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechResult;
import dev.evergreen.spi.provider.Support;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenAiSpeechTest extends OpenAiContract<SpeechRequest, SpeechResult> {
    @TempDir
    Path files;

    private static SpeechRequest speech(String text, String voice, String delivery) {
        return new SpeechRequest(text, "en", voice, Optional.empty(), delivery, 1);
    }

    @Override
    Provider<SpeechRequest, SpeechResult> provider(OpenAiAccount account) {
        return new OpenAiSpeech(account);
    }

    @Override
    protected String orderPath() {
        return "/audio/speech";
    }

    @Override
    protected void stubVendor() {
        // Two seconds of raw sound.
        vendor().stub(post("/v1/audio/speech")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/octet-stream")
                        .withBody(new byte[96_000])));
    }

    @Override
    protected SpeechRequest request() {
        return speech("Once upon a time", "", "whispering");
    }

    @Override
    protected List<SpeechRequest> unsupported() {
        return List.of(speech("x".repeat(4_097), "", ""), speech("x", "nobody", ""));
    }

    @Override
    protected void check(SpeechRequest request, SpeechResult result) throws IOException {
        assertEquals(Duration.ofSeconds(2), result.duration());
        assertEquals("sage", result.voice());
        assertEquals(24_000, WaveFiles.read(result.audio().path()).rate());
    }

    @Test
    void theChargeIsThatOfTheLengthWhereMinutesArePaid() throws Exception {
        Provider<SpeechRequest, SpeechResult> provider = provider();
        Offer offer = provider.offers().get(0);
        Outcome.Done<SpeechResult> done = (Outcome.Done<SpeechResult>) provider.execute(request(), offer, call(files));
        assertEquals(Optional.of(Money.usd("0.0005")), done.charge());
    }

    @Test
    void lettersHaveAnExactPrice() {
        Provider<SpeechRequest, SpeechResult> provider = provider();
        Offer offer = provider.offers().get(1);
        Quote.Known quote = (Quote.Known) provider.quote(speech("x".repeat(1_000), "", ""), offer);
        assertEquals(Money.usd("0.015"), quote.ceiling());
        assertEquals(quote.expected(), quote.ceiling());
    }

    @Test
    void whatAModelCannotDoIsTold() {
        Provider<SpeechRequest, SpeechResult> provider = provider();
        Support.Adjusted<SpeechRequest> adjusted = assertInstanceOf(
                Support.Adjusted.class,
                provider.support(request(), provider.offers().get(1)));
        assertEquals("", adjusted.request().delivery());
    }
}
