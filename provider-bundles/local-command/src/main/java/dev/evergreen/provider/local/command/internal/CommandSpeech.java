package dev.evergreen.provider.local.command.internal;

import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.CatalogueProvider;
import dev.evergreen.kit.provider.Findings;
import dev.evergreen.kit.provider.Model;
import dev.evergreen.kit.provider.Recordings;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.kit.provider.Voices;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.MediaFile;
import dev.evergreen.spi.provider.Offer;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Quote;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechResult;
import dev.evergreen.spi.provider.SpeechSynthesizer;
import dev.evergreen.spi.provider.Support;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Speech by programs. The text goes to their standard input, so that none can be taken for an option. */
final class CommandSpeech extends CatalogueProvider<SpeechRequest, SpeechResult>
        implements SpeechSynthesizer, HealthProbe {
    private final Map<String, Arguments> commands = new HashMap<>();
    private final Child child;
    private final String folder;

    CommandSpeech(Catalogue catalogue, Settings settings) {
        super(SpeechSynthesizer.class, catalogue);
        this.child = new Child(Duration.ofSeconds(settings.whole("timeoutSeconds")), settings.whole("outputBytes"));
        this.folder = settings.text("folder").strip();
        for (Offer offer : offers()) {
            commands.put(offer.id(), Arguments.of(model(offer)));
        }
    }

    @Override
    public Support<SpeechRequest> support(SpeechRequest request, Offer offer) {
        Model model = model(offer);
        long most = model.limit("characters").orElse(Long.MAX_VALUE);
        List<String> languages = model.list("languages");
        String language = language(request);
        String[] rates = model.option("rates", "1-1").split("-", 2);
        double rate = Math.max(
                Double.parseDouble(rates[0]), Math.min(Double.parseDouble(rates[rates.length - 1]), request.rate()));
        return new Findings()
                .refuseIf(
                        request.text().length() > most,
                        "the text has " + request.text().length() + " letters; " + model.id() + " speaks at most "
                                + most + " at once")
                .refuseIf(
                        !languages.contains(language),
                        "the language '" + request.language() + "'; " + model.id() + " speaks " + languages)
                .refuseIf(
                        voice(request, model).isEmpty(),
                        "the voice '" + request.voice() + "'; " + model.id() + " has " + model.option("voices", "none"))
                .warnIf(
                        rate != request.rate(),
                        model.id() + " speaks " + model.option("rates", "1") + " times its pace; " + request.rate()
                                + " becomes " + rate)
                .warnIf(
                        !request.delivery().isBlank(),
                        model.id() + " takes no directions; '" + request.delivery() + "' is left out")
                .support(new SpeechRequest(
                        request.text(), request.language(), request.voice(), request.speaker(), "", rate));
    }

    @Override
    public Quote quote(SpeechRequest request, Offer offer) {
        return Quote.free(Duration.ofSeconds(2).plusMillis(request.text().length() * 20L));
    }

    @Override
    public Outcome<SpeechResult> execute(SpeechRequest request, Offer offer, CallContext call)
            throws ProviderException {
        Model model = catalogue().served(offer);
        Arguments command = commands.get(model.id());
        Optional<String> voice = voice(request, model);
        if (command == null || voice.isEmpty()) {
            throw new ProviderException(
                    Kind.UNSUPPORTED, "The model " + model.id() + " has no voice '" + request.voice() + "' any more");
        }
        call.throwIfCancelled();
        Path text = call.workspace().newFile(".txt");
        Path recording = call.workspace().newFile("." + model.option("format", "wav"));
        try {
            Files.writeString(text, request.text());
        } catch (IOException e) {
            throw new ProviderException(
                    Kind.UNAVAILABLE, "The text cannot be written to the call's workspace: " + e.getMessage(), e);
        }
        List<String> arguments = command.filled(Map.of(
                Arguments.OUTPUT,
                recording.toAbsolutePath().toString(),
                "voice",
                voice.get(),
                "language",
                language(request),
                "rate",
                decimal(request.rate()),
                "lengthScale",
                decimal(1 / request.rate())));
        Path work = folder.isEmpty() ? text.toAbsolutePath().resolveSibling("") : Path.of(folder);
        child.run(arguments, work, text, recording, !command.writesFile(), call);
        if (!Files.isRegularFile(recording)) {
            throw new ProviderException(
                    Kind.BAD_RESPONSE, command.program() + " wrote no recording to " + recording.getFileName());
        }
        return Outcome.done(new SpeechResult(
                new MediaFile(recording, model.option("format", "wav").equals("mp3") ? "audio/mpeg" : "audio/wav"),
                voice.get(),
                Recordings.length(recording),
                List.of()));
    }

    /** Whether the programs are there; none is run. */
    @Override
    public Health probe(Duration timeout) {
        List<String> missing = commands.values().stream()
                .map(Arguments::program)
                .filter(program -> !isThere(program))
                .distinct()
                .sorted()
                .toList();
        if (missing.isEmpty()) {
            return new Health(Health.State.UP, "The programs are there.");
        }
        boolean all = missing.size()
                == commands.values().stream().map(Arguments::program).distinct().count();
        return new Health(
                all ? Health.State.DOWN : Health.State.DEGRADED,
                "Not installed: " + String.join(", ", missing)
                        + "; install it, or correct the models' option 'command'.");
    }

    private static boolean isThere(String program) {
        if (program.contains(File.separator)) {
            return Files.isExecutable(Path.of(program));
        }
        String path = System.getenv("PATH");
        return path != null
                && Arrays.stream(path.split(File.pathSeparator, -1))
                        .anyMatch(one -> Files.isExecutable(Path.of(one).resolve(program)));
    }

    /** Only voices of the configuration: what a request says becomes an argument. */
    private static Optional<String> voice(SpeechRequest request, Model model) {
        Voices voices = CommandVoices.of(model);
        return voices.choose(request.voice(), request.speaker()).filter(voices::has);
    }

    private static String language(SpeechRequest request) {
        return Locale.forLanguageTag(request.language()).getLanguage();
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }
}
