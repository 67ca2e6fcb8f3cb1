package dev.evergreen.provider.replicate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.kit.generation.GeneratedSpeech;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class ReplicateSpeechTest extends ReplicateContract<SpeechRequest, SpeechResult> {
    @Override
    Provider<SpeechRequest, SpeechResult> provider(ReplicateAccount account) {
        return new GeneratedSpeech(account.catalogue(), new Predictions(account));
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
        return "/models/minimax/speech-02-turbo/predictions";
    }

    @Override
    protected SpeechRequest request() {
        return new SpeechRequest("Good morning.", "en-GB", "", Optional.empty(), "", 1);
    }

    @Override
    protected List<SpeechRequest> unsupported() {
        return List.of(new SpeechRequest("x".repeat(5_001), "en", "", Optional.empty(), "", 1));
    }

    @Override
    protected void check(SpeechRequest request, SpeechResult result) {
        assertEquals(Duration.ofSeconds(1), result.duration());
        assertEquals("Wise_Woman", result.voice());
    }
}
