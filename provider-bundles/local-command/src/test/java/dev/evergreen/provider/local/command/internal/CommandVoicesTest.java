package dev.evergreen.provider.local.command.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.VoiceCatalogRequest;
import dev.evergreen.spi.provider.VoiceCatalogResult;
import dev.evergreen.spi.provider.VoiceCatalogResult.Voice;
import dev.evergreen.spi.script.CastMember.Gender;
import dev.evergreen.tck.TestCall;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandVoicesTest {
    @Test
    void voicesAreThoseOfTheConfiguration(@TempDir Path folder) throws Exception {
        CommandVoices voices =
                new CommandVoices(Catalogue.of(Settings.of(LocalCommand.class, "local-command", Map.of())));
        Outcome<VoiceCatalogResult> listed =
                voices.execute(new VoiceCatalogRequest(""), voices.offers().get(0), new TestCall(folder));
        assertEquals(
                new Voice("en_US-lessac-medium", "Lessac", "en", Gender.FEMALE),
                ((Outcome.Done<VoiceCatalogResult>) listed).result().voices().get(0));
    }
}
