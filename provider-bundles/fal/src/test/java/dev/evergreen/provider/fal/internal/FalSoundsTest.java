package dev.evergreen.provider.fal.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.kit.generation.GeneratedSounds;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.SoundRequest;
import dev.evergreen.spi.provider.SoundResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;

class FalSoundsTest extends FalContract<SoundRequest, SoundResult> {
    @Override
    Provider<SoundRequest, SoundResult> provider(FalAccount account) {
        return new GeneratedSounds(account.catalogue(), new FalQueue(account));
    }

    @Override
    String output(URI file) {
        return "{\"audio_file\":{\"url\":\"" + file + "\"}}";
    }

    @Override
    byte[] content() {
        return sound();
    }

    @Override
    protected String orderPath() {
        return "/fal-ai/stable-audio";
    }

    @Override
    protected SoundRequest request() {
        return new SoundRequest("a door", Duration.ofSeconds(2), 7);
    }

    @Override
    protected List<SoundRequest> unsupported() {
        return List.of(new SoundRequest("", Duration.ofSeconds(2), 7), new SoundRequest("x", Duration.ZERO, 7));
    }

    @Override
    protected void check(SoundRequest request, SoundResult result) {
        assertEquals(Duration.ofSeconds(1), result.duration());
    }
}
