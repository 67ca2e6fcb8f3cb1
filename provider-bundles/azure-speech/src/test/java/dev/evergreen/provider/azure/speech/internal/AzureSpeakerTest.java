package dev.evergreen.provider.azure.speech.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechResult;
import dev.evergreen.spi.provider.Support;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AzureSpeakerTest extends AzureContract<SpeechRequest, SpeechResult> {
    private static final String JENNY = "en-US-JennyNeural";

    @TempDir
    Path files;

    private static SpeechRequest speech(String text, String language, String voice, String delivery, double rate) {
        return new SpeechRequest(text, language, voice, Optional.empty(), delivery, rate);
    }

    private ResponseDefinitionBuilder sound(int seconds) {
        return aResponse().withHeader("Content-Type", "audio/x-wav").withBody(wave(files, seconds));
    }

    private static Misbehaviour silent(String when, int status, Kind kind) {
        return new Misbehaviour(when, aResponse().withStatus(status), kind);
    }

    @Override
    Provider<SpeechRequest, SpeechResult> provider(AzureAccount account) {
        return new AzureSpeaker(account);
    }

    @Override
    protected String orderPath() {
        return "/cognitiveservices/v1";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post(orderPath()).willReturn(sound(2)));
    }

    @Override
    protected SpeechRequest request() {
        return speech("Tom & \"Jerry\" <run>\u0007", "en-US", JENNY, "whispering", 0.9);
    }

    @Override
    protected List<SpeechRequest> unsupported() {
        return List.of(
                speech("x".repeat(5_001), "en", "", "", 1),
                speech("x", "xx", "", "", 1),
                speech("x".repeat(2_600), "en", "", "", 0.5));
    }

    @Override
    protected void check(SpeechRequest request, SpeechResult result) {
        assertEquals(JENNY, result.voice());
        assertEquals(2_000, result.duration().toMillis());
        assertEquals(List.of(), result.words());
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return List.of(
                silent("it does not understand", 400, Kind.INVALID_REQUEST),
                silent("the markup is of another type", 415, Kind.INVALID_REQUEST),
                silent("the quota is used up", 429, Kind.RATE_LIMITED),
                silent("its server is in trouble", 502, Kind.UNAVAILABLE));
    }

    @Test
    void wordsAreEscapedAndStyleAndPaceAreAskedFor() throws Exception {
        Provider<SpeechRequest, SpeechResult> provider = provider();
        Offer offer = provider.offers().get(0);
        provider.execute(request(), offer, call(files));
        assertEquals(
                "<speak version=\"1.0\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xmlns:mstts=\"https://www.w3.org/2001/mstts\""
                        + " xml:lang=\"en-US\"><voice name=\"en-US-JennyNeural\"><mstts:express-as style=\"whispering\">"
                        + "<prosody rate=\"-10.00%\">Tom &amp; &quot;Jerry&quot; &lt;run&gt; </prosody></mstts:express-as></voice></speak>",
                vendor().requests().get(0).getBodyAsString());
    }

    @Test
    void speechThatWasCutOffIsNoSpeech() {
        vendor().stub(post(orderPath()).willReturn(sound(600)));
        Provider<SpeechRequest, SpeechResult> provider = provider();
        ProviderException cut = assertThrows(
                ProviderException.class,
                () -> provider.execute(request(), provider.offers().get(0), call(files)));
        assertEquals(Kind.BAD_RESPONSE, cut.kind());
    }

    @Test
    void ideographsCountTwiceAndUnknownStylesAreLeftOut() {
        Provider<SpeechRequest, SpeechResult> provider = provider();
        Offer offer = provider.offers().get(0);
        SpeechRequest chinese = speech("\u4f60\u597d!", "zh-CN", "", "shouting", 1);
        Support.Adjusted<SpeechRequest> adjusted =
                assertInstanceOf(Support.Adjusted.class, provider.support(chinese, offer));
        assertEquals("", adjusted.request().delivery());
        assertEquals(
                Money.usd("0.00008"),
                assertInstanceOf(Quote.Known.class, provider.quote(adjusted.request(), offer))
                        .ceiling());
    }
}
