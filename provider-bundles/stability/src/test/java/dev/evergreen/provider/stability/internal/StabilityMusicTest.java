package dev.evergreen.provider.stability.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.MusicRequest;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SoundResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StabilityMusicTest extends StabilityContract<MusicRequest, SoundResult> {
    private static MusicRequest music(String words, long millis) {
        return new MusicRequest(words, "piano", Duration.ofMillis(millis), 7);
    }

    @Override
    Provider<MusicRequest, SoundResult> provider(StabilityAccount account) {
        return new StabilityMusic(account);
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
    protected MusicRequest request() {
        return music("calm", 5_000);
    }

    @Override
    protected List<MusicRequest> unsupported() {
        return List.of(music("calm", 190_001), music("calm", 999), music("тихо", 5_000));
    }

    @Override
    protected void check(MusicRequest request, SoundResult result) {
        assertEquals("audio/wav", result.audio().mediaType());
        assertEquals(250, result.duration().toMillis());
    }

    @Override
    protected List<Misbehaviour> vendorErrors() {
        return StabilityVendor.errors();
    }

    @Test
    void aRequestHasOnePrice() {
        Provider<MusicRequest, SoundResult> provider = provider();
        Quote quote = provider.quote(request(), provider.offers().get(0));
        assertEquals(Money.usd("0.20"), ((Quote.Known) quote).ceiling());
    }
}
