package dev.evergreen.provider.offline.narrator.internal;

import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.Support;
import dev.evergreen.spi.provider.VoiceCatalog;
import dev.evergreen.spi.provider.VoiceCatalogRequest;
import dev.evergreen.spi.provider.VoiceCatalogResult;
import dev.evergreen.spi.provider.VoiceCatalogResult.Voice;
import dev.evergreen.spi.script.CastMember.Gender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** Lists the voices of {@link OfflineNarrator}. */
@Component(
        configurationPid = "dev.evergreen.provider.offline.narrator",
        property = ProviderProperties.PLUGIN_ID + "=offline-narrator")
@Designate(ocd = NarratorConfiguration.class)
public final class OfflineVoices implements VoiceCatalog {
    private static final List<String> FLITE_VOICES = List.of("slt", "kal16", "awb", "rms");
    private static final List<String> ESPEAK_LANGUAGES =
            List.of("en-gb", "en-us", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "ja", "cmn", "hi", "ru", "tr");

    /** Undetermined, as BCP 47 has it: only its owner knows what the command speaks. */
    private static final String ANY_LANGUAGE = "und";

    private final String command;

    @Activate
    public OfflineVoices(NarratorConfiguration configuration) {
        this(configuration.command());
    }

    /** @param command as in the configuration; empty for none */
    OfflineVoices(String command) {
        this.command = command;
    }

    @Override
    public List<Offer> offers() {
        return List.of(new Offer("voices", "Offline voices", Offer.Tier.STANDARD, "local", false, Map.of()));
    }

    @Override
    public Support<VoiceCatalogRequest> support(VoiceCatalogRequest request, Offer offer) {
        return Support.yes();
    }

    @Override
    public Quote quote(VoiceCatalogRequest request, Offer offer) {
        return Quote.free(Duration.ofMillis(1));
    }

    @Override
    public Outcome<VoiceCatalogResult> execute(VoiceCatalogRequest request, Offer offer, CallContext call) {
        List<Voice> voices = new ArrayList<>();
        Arrays.stream(Persona.values())
                .map(persona -> new Voice(persona.id(), persona.title(), "en", persona.gender()))
                .forEach(voices::add);
        if (SpeechProgram.ESPEAK.isInstalled()) {
            ESPEAK_LANGUAGES.forEach(language -> voices.add(
                    new Voice("espeak-ng:" + language, "eSpeak NG, " + language, language, Gender.UNSPECIFIED)));
        }
        if (SpeechProgram.FLITE.isInstalled()) {
            FLITE_VOICES.forEach(name -> voices.add(new Voice(
                    "flite:" + name, "Flite, " + name, "en", name.equals("slt") ? Gender.FEMALE : Gender.MALE)));
        }
        if (!command.isBlank()) {
            String id = SpeechProgram.command(command).id();
            voices.add(new Voice(id, "Local command", ANY_LANGUAGE, Gender.UNSPECIFIED));
        }
        return Outcome.done(new VoiceCatalogResult(voices.stream()
                .filter(voice -> request.language().isBlank()
                        || voice.language().equals(ANY_LANGUAGE)
                        || voice.language().startsWith(request.language()))
                .toList()));
    }
}
