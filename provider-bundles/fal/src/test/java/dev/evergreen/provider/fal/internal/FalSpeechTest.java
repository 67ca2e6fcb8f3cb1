package dev.evergreen.provider.fal.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.kit.generation.GeneratedSpeech;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class FalSpeechTest extends FalContract<SpeechRequest, SpeechResult> {
    @Override
    Provider<SpeechRequest, SpeechResult> provider(FalAccount account) {
        return new GeneratedSpeech(account.catalogue(), new FalQueue(account));
    }

    @Override
    String output(URI file) {
        return "{\"audio\":{\"url\":\"" + file + "\"}}";
    }

    @Override
    byte[] content() {
        return sound();
    }

    @Override
    protected String orderPath() {
        return "/fal-ai/kokoro";
    }

    @Override
    protected SpeechRequest request() {
        return new SpeechRequest("Good morning.", "en-GB", "", Optional.empty(), "", 1);
    }

    @Override
    protected List<SpeechRequest> unsupported() {
        return List.of(
                new SpeechRequest("Guten Tag", "de", "", Optional.empty(), "", 1),
                new SpeechRequest("x".repeat(5_001), "en", "", Optional.empty(), "", 1));
    }

    @Override
    protected void check(SpeechRequest request, SpeechResult result) {
        assertEquals(Duration.ofSeconds(1), result.duration());
        assertEquals("af_heart", result.voice());
    }
}
