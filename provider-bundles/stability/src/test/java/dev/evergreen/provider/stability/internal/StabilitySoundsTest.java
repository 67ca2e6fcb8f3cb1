package dev.evergreen.provider.stability.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.SoundRequest;
import dev.evergreen.spi.provider.SoundResult;
import dev.evergreen.spi.provider.Support;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StabilitySoundsTest extends StabilityContract<SoundRequest, SoundResult> {
    private static SoundRequest sound(String words, long millis) {
        return new SoundRequest(words, Duration.ofMillis(millis), 7);
    }

    @Override
    Provider<SoundRequest, SoundResult> provider(StabilityAccount account) {
        return new StabilitySounds(account);
    }

    @Override
    protected String orderPath() {
        return "/v2beta/audio/stable-audio-2/text-to-audio";
    }

    @Override
    protected void stubVendor() {
        vendor().stub(post(orderPath()).willReturn(StabilityVendor.sound()));
    }

    @Override
    protected SoundRequest request() {
        return sound("calm", 5_000);
    }

    @Override
    protected List<SoundRequest> unsupported() {
        return List.of(sound("calm", 190_001), sound(" ", 5_000));
    }

    @Override
    protected void check(SoundRequest request, SoundResult result) {
        assertEquals("audio/wav", result.audio().mediaType());
        assertEquals(250, result.duration().toMillis());
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return StabilityVendor.errors();
    }

    @Test
    void aShortSoundIsMadeLongerAndThatIsTold() {
        Provider<SoundRequest, SoundResult> provider = provider();
        Support.Adjusted<SoundRequest> adjusted = assertInstanceOf(
                Support.Adjusted.class,
                provider.support(sound("a click", 300), provider.offers().get(0)));
        assertEquals(Duration.ofSeconds(1), adjusted.request().duration());
    }
}
