package dev.evergreen.provider.offline.narrator.internal;

import dev.evergreen.kit.audio.WaveFiles;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderProperties;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechResult;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.provider.Support;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Speaks with the built-in voices. A voice of a program on this machine, written {@code program:voice} (for example
 * {@code espeak-ng:de}), is only used where it is asked for, so that the same script sounds the same on every machine.
 */
@Component(
        // What holds for the node, and over it what holds for an account; an account is one factory configuration.
        configurationPid = {"dev.evergreen.provider.offline.narrator", "dev.evergreen.provider.offline.narrator.account"
        },
        property = ProviderProperties.PLUGIN_ID + "=offline-narrator")
public final class OfflineNarrator implements SpeechSynthesizer {
    static final String BUILT_IN = "built-in";
    private static final int MAXIMUM_LETTERS = 5_000;

    private final BuiltInVoice builtIn = new BuiltInVoice();
    private final List<SpeechProgram> programs;
    private final Duration limit;

    @Activate
    public OfflineNarrator(NarratorConfiguration configuration) {
        this(programs(configuration.command()), Duration.ofSeconds(configuration.timeoutSeconds()));
    }

    OfflineNarrator(List<SpeechProgram> programs, Duration limit) {
        this.programs = List.copyOf(programs);
        this.limit = limit;
    }

    static List<SpeechProgram> programs(String command) {
        List<SpeechProgram> programs = new ArrayList<>(List.of(SpeechProgram.ESPEAK, SpeechProgram.FLITE));
        if (!command.isBlank()) {
            programs.add(SpeechProgram.command(command));
        }
        return programs;
    }

    @Override
    public List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        offers.add(new Offer(BUILT_IN, "Built-in voices", Offer.Tier.DRAFT, "local", false, Map.of("languages", "en")));
        programs.stream()
                .filter(SpeechProgram::isInstalled)
                .map(program -> new Offer(program.id(), program.title(), Offer.Tier.DRAFT, "local", false, Map.of()))
                .forEach(offers::add);
        return offers;
    }

    @Override
    public Support<SpeechRequest> support(SpeechRequest request, Offer offer) {
        if (request.text().length() > MAXIMUM_LETTERS) {
            return Support.no("text of " + request.text().length() + " letters: at most " + MAXIMUM_LETTERS
                    + " are spoken at once");
        }
        return offer.id().equals(BUILT_IN) ? builtInSupport(request) : programSupport(request, program(offer));
    }

    private static Support<SpeechRequest> builtInSupport(SpeechRequest request) {
        if (!request.language().toLowerCase(Locale.ROOT).startsWith("en")) {
            return Support.no("language '" + request.language()
                    + "': the built-in voices speak English; ask for a voice such as espeak-ng:" + request.language());
        }
        if (!request.voice().isBlank() && Persona.of(request.voice()).isEmpty()) {
            return Support.no("there is no voice '" + request.voice() + "'; the built-in voices are " + Persona.ids());
        }
        return Support.yes();
    }

    private static Support<SpeechRequest> programSupport(SpeechRequest request, SpeechProgram program) {
        if (!request.voice().equals(program.id()) && !request.voice().startsWith(program.id() + ":")) {
            return Support.no(program.title() + " speaks only where a voice such as " + program.id() + ":"
                    + request.language() + " is asked for");
        }
        boolean speaks =
                program.languages().isEmpty() || program.languages().stream().anyMatch(request.language()::startsWith);
        return speaks ? Support.yes() : Support.no("language '" + request.language() + "' of " + program.title());
    }

    @Override
    public Quote quote(SpeechRequest request, Offer offer) {
        return Quote.free(Duration.ofMillis(100 + request.text().length() * 2L));
    }

    @Override
    public Outcome<SpeechResult> execute(SpeechRequest request, Offer offer, CallContext call)
            throws ProviderException {
        call.throwIfCancelled();
        Recording recording;
        String voice;
        if (offer.id().equals(BUILT_IN)) {
            Persona persona = persona(request);
            voice = persona.id();
            recording = builtIn.speak(request.text(), persona, request.rate());
        } else {
            SpeechProgram program = program(offer);
            voice = request.voice();
            String name = voice.contains(":") ? voice.substring(voice.indexOf(':') + 1) : request.language();
            recording = program.speak(request.text(), name, request.rate(), limit, call);
        }
        Recording polished = Polish.polish(recording);
        Path file = call.workspace().newFile(".wav");
        try {
            WaveFiles.write(new WaveFiles.Sound(polished.rate(), new float[][] {polished.samples()}), file);
        } catch (IOException e) {
            throw new ProviderException(
                    ProviderException.Kind.UNAVAILABLE,
                    "Cannot write the recording " + file + ": " + e.getMessage(),
                    e);
        }
        return Outcome.done(new SpeechResult(
                new MediaFile(file, "audio/wav"),
                voice,
                Duration.ofNanos(Math.round(polished.seconds() * 1e9)),
                polished.words()));
    }

    private static Persona persona(SpeechRequest request) {
        Optional<Persona> asked = Persona.of(request.voice());
        return asked.orElseGet(() -> request.speaker().map(Persona::of).orElse(Persona.NARRATOR));
    }

    private SpeechProgram program(Offer offer) {
        return programs.stream()
                .filter(program -> program.id().equals(offer.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("offer '" + offer.id() + "' is not this narrator's"));
    }
}
