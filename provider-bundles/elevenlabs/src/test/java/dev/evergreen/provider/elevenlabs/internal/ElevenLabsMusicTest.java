package dev.evergreen.provider.elevenlabs.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.evergreen.spi.provider.MusicRequest;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SoundResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElevenLabsMusicTest extends ElevenLabsContract<MusicRequest, SoundResult> {
    @Override
    Provider<MusicRequest, SoundResult> provider(ElevenLabsAccount account) {
        return new ElevenLabsMusic(account);
    }

    @Override
    protected String orderPath() {
        return "/v1/music";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post(urlPathEqualTo(orderPath()))
                .willReturn(aResponse().withHeader("Content-Type", "audio/mpeg").withBody(ElevenLabsVendor.mp3(200))));
    }

    @Override
    protected MusicRequest request() {
        return new MusicRequest("calm", "piano", Duration.ofSeconds(5), 7);
    }

    @Override
    protected List<MusicRequest> unsupported() {
        return List.of(
                new MusicRequest("calm", "", Duration.ofSeconds(2), 7),
                new MusicRequest("calm", "", Duration.ofHours(1), 7));
    }

    @Override
    protected void check(MusicRequest request, SoundResult result) {
        assertEquals(5224, result.duration().toMillis());
    }

    @Test
    void withoutAPriceNobodyIsToldThatItIsFree() {
        Provider<MusicRequest, SoundResult> provider = provider();
        assertInstanceOf(
                Quote.Unknown.class, provider.quote(request(), provider.offers().get(0)));
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return ElevenLabsVendor.errors();
    }
}
