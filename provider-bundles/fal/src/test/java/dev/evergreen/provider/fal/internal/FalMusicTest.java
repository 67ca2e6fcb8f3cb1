package dev.evergreen.provider.fal.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.kit.generation.GeneratedMusic;
import dev.evergreen.spi.provider.MusicRequest;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.SoundResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;

class FalMusicTest extends FalContract<MusicRequest, SoundResult> {
    @Override
    Provider<MusicRequest, SoundResult> provider(FalAccount account) {
        return new GeneratedMusic(account.catalogue(), new FalQueue(account));
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
    protected MusicRequest request() {
        return new MusicRequest("calm", "piano", Duration.ofMillis(4_500), 7);
    }

    @Override
    protected List<MusicRequest> unsupported() {
        return List.of(new MusicRequest("calm", "", Duration.ofHours(1), 7));
    }

    @Override
    protected void check(MusicRequest request, SoundResult result) {
        assertEquals(Duration.ofSeconds(1), result.duration());
    }
}
