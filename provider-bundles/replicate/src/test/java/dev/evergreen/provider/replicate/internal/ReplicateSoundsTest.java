package dev.evergreen.provider.replicate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.kit.generation.GeneratedSounds;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.SoundRequest;
import dev.evergreen.spi.provider.SoundResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;

class ReplicateSoundsTest extends ReplicateContract<SoundRequest, SoundResult> {
    @Override
    Provider<SoundRequest, SoundResult> provider(ReplicateAccount account) {
        return new GeneratedSounds(account.catalogue(), new Predictions(account));
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
