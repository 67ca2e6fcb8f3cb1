package dev.evergreen.provider.offline.narrator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.VoiceCatalogRequest;
import dev.evergreen.spi.provider.VoiceCatalogResult;
import dev.evergreen.tck.TestCall;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineVoicesTest {
    @TempDir
    Path folder;

    @Test
    void everyBuiltInVoiceIsListedTheNarratorFirst() {
        VoiceCatalogResult result = list(new OfflineVoices(""));
        assertEquals("narrator", result.voices().get(0).id());
        for (Persona persona : Persona.values()) {
            assertTrue(result.voices().stream().anyMatch(voice -> voice.id().equals(persona.id())), persona.id());
        }
    }

    @Test
    void theLocalCommandIsListedOnceThereIsOne() {
        assertTrue(list(new OfflineVoices("")).voices().stream()
                .noneMatch(voice -> voice.id().equals("command")));
        assertTrue(list(new OfflineVoices("piper --output_file {output}")).voices().stream()
                .anyMatch(voice -> voice.id().equals("command")));
    }

    private VoiceCatalogResult list(OfflineVoices voices) {
        Outcome<VoiceCatalogResult> outcome =
                voices.execute(new VoiceCatalogRequest("en"), voices.offers().get(0), new TestCall(folder));
        return ((Outcome.Done<VoiceCatalogResult>) outcome).result();
    }
}
