package dev.evergreen.provider.elevenlabs.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.SoundRequest;
import dev.evergreen.spi.provider.SoundResult;
import java.time.Duration;
import java.util.List;

class ElevenLabsSoundsTest extends ElevenLabsContract<SoundRequest, SoundResult> {
    @Override
    Provider<SoundRequest, SoundResult> provider(ElevenLabsAccount account) {
        return new ElevenLabsSounds(account);
    }

    @Override
    protected String orderPath() {
        return "/v1/sound-generation";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post(urlPathEqualTo(orderPath()))
                .willReturn(aResponse().withHeader("Content-Type", "audio/mpeg").withBody(ElevenLabsVendor.mp3(50))));
    }

    @Override
    protected SoundRequest request() {
        return new SoundRequest("Rain on a tin roof", Duration.ofMillis(1500), 7);
    }

    @Override
    protected List<SoundRequest> unsupported() {
        return List.of(
                new SoundRequest("Rain", Duration.ofSeconds(31), 7), new SoundRequest(" ", Duration.ofSeconds(1), 7));
    }

    @Override
    protected void check(SoundRequest request, SoundResult result) {
        assertEquals(1306, result.duration().toMillis());
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return ElevenLabsVendor.errors();
    }
}
