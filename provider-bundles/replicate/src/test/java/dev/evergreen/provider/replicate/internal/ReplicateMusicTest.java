package dev.evergreen.provider.replicate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.kit.generation.GeneratedMusic;
import dev.evergreen.spi.provider.MusicRequest;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.SoundResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;

class ReplicateMusicTest extends ReplicateContract<MusicRequest, SoundResult> {
    @Override
    Provider<MusicRequest, SoundResult> provider(ReplicateAccount account) {
        return new GeneratedMusic(account.catalogue(), new Predictions(account));
    }

    @Override
    String output(URI file) {
        return "{\"audio\":\"" + file + "\"}";
    }

    @Override
    byte[] content() {
        return sound();
    }

    @Override
    protected String orderPath() {
        return "/models/stability-ai/stable-audio-2.5/predictions";
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
