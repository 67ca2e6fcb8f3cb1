package dev.evergreen.provider.local.command.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.kit.audio.WaveFiles;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.Outcome;
import dev.evergreen.spi.provider.Provider;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.SpeechRequest;
import dev.evergreen.spi.provider.SpeechResult;
import dev.evergreen.tck.ProviderContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With small programs that are written for the test. */
class CommandSpeechTest extends ProviderContract<SpeechRequest, SpeechResult> {
    @TempDir
    Path files;

    private static SpeechRequest speech(String text, String language, String voice, double rate) {
        return new SpeechRequest(text, language, voice, Optional.empty(), "", rate);
    }

    /** An executable file; what it is given stays in the files beside it. */
    private String program(String name, String lines) {
        try {
            Path program = files.resolve(name);
            if (!Files.exists(program)) {
                Files.writeString(program, "#!/bin/sh\n" + lines + "\n");
                assertTrue(program.toFile().setExecutable(true));
            }
            return program.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CommandSpeech speaking(int timeoutSeconds, List<String> command) {
        String models = JsonAnswer.write(List.of(Map.of(
                "id",
                "own",
                "capabilities",
                List.of("SpeechSynthesizer"),
                "limits",
                Map.of("characters", 100),
                "options",
                Map.of(
                        "command",
                        JsonAnswer.write(command),
                        "voices",
                        "calm one:female,other:male",
                        "languages",
                        "en",
                        "rates",
                        "0.5-1.5"))));
        Settings settings = Settings.of(
                LocalCommand.class,
                "local-command",
                Map.of("models", models, "ownModels", true, "timeoutSeconds", timeoutSeconds, "outputBytes", 100_000));
        return new CommandSpeech(Catalogue.of(settings), settings);
    }

    @BeforeEach
    void sound() throws IOException {
        WaveFiles.write(new WaveFiles.Sound(8_000, new float[][] {new float[4_000]}), files.resolve("sound.wav"));
    }

    @Override
    protected Provider<SpeechRequest, SpeechResult> provider() {
        String copying = program(
                "speaks",
                "cat > '" + files + "/heard'; printf '%s|' \"$@\" > '" + files + "/arguments'; env > '" + files
                        + "/environment'; cp '" + files + "/sound.wav' \"$1\"");
        return speaking(30, List.of(copying, "{output}", "--voice={voice}", "{language}", "{rate}", "{lengthScale}"));
    }

    @Override
    protected SpeechRequest request() {
        return speech("--help; $(exit 7) é", "en-GB", "", 0.8);
    }

    @Override
    protected List<SpeechRequest> unsupported() {
        return List.of(
                speech("x".repeat(101), "en", "", 1),
                speech("Guten Tag", "de", "", 1),
                speech("x", "en", "--output=/etc/passwd", 1));
    }

    @Override
    protected void check(SpeechRequest request, SpeechResult result) throws IOException {
        assertEquals(Duration.ofMillis(500), result.duration());
        assertEquals("calm one", result.voice());
        assertEquals(request.text(), Files.readString(files.resolve("heard")));
        assertEquals(
                result.audio().path().toAbsolutePath() + "|--voice=calm one|en|0.800|1.250|",
                Files.readString(files.resolve("arguments")));
        List<String> variables = Files.readAllLines(files.resolve("environment")).stream()
                .map(line -> line.split("=", 2)[0])
                // The shell's own.
                .filter(name -> !List.of("PWD", "OLDPWD", "SHLVL", "_").contains(name))
                .sorted()
                .toList();
        assertEquals(List.of("LC_ALL", "PATH"), variables);
    }

    @Override
    protected List<Failure<SpeechRequest, SpeechResult>> failures() {
        List<Failure<SpeechRequest, SpeechResult>> failures = new ArrayList<>();
        failures.add(new Failure<>(
                "it is not there",
                speaking(30, List.of(files.resolve("missing").toString())),
                request(),
                Kind.UNAVAILABLE));
        failures.add(new Failure<>(
                "it ends badly",
                speaking(30, List.of(program("bad", "echo no such voice >&2; exit 3"))),
                request(),
                Kind.BAD_RESPONSE));
        failures.add(new Failure<>(
                "it writes no file",
                speaking(30, List.of(program("silent", "exit 0"), "{output}")),
                request(),
                Kind.BAD_RESPONSE));
        failures.add(new Failure<>(
                "it writes no sound",
                speaking(30, List.of(program("chatty", "echo hello"))),
                request(),
                Kind.BAD_RESPONSE));
        failures.add(new Failure<>(
                "it writes without end",
                speaking(30, List.of(program("endless", "yes"))),
                request(),
                Kind.BAD_RESPONSE));
        failures.add(new Failure<>(
                "it complains without end",
                speaking(30, List.of(program("noisy", "yes >&2"))),
                request(),
                Kind.BAD_RESPONSE));
        failures.add(
                new Failure<>("it hangs", speaking(1, List.of(program("hangs", hanging()))), request(), Kind.TIMEOUT));
        return failures;
    }

    /** Leaves a child of its own behind, whose id is written. */
    private String hanging() {
        return "tail -f /dev/null & echo $! > '" + files + "/child'; wait";
    }

    @Test
    void whatItHasStartedEndsWithIt() throws Exception {
        CommandSpeech speech = speaking(1, List.of(program("hangs", hanging())));
        ProviderException late = assertThrows(
                ProviderException.class,
                () -> speech.execute(request(), speech.offers().get(0), call(files)));
        assertEquals(Kind.TIMEOUT, late.kind());
        long child = Long.parseLong(Files.readString(files.resolve("child")).strip());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (isAtWork(child) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertFalse(isAtWork(child), "the program's own child " + child + " is still at work");
    }

    /** What was killed has no program any more, also where nobody has asked for its end yet. */
    private static boolean isAtWork(long process) {
        return ProcessHandle.of(process).flatMap(one -> one.info().command()).isPresent();
    }

    @Test
    void whatIsWrittenToTheStandardOutputIsTheRecording() throws Exception {
        CommandSpeech speech = speaking(30, List.of(program("writes", "cat '" + files + "/sound.wav'")));
        Outcome<SpeechResult> spoken = speech.execute(request(), speech.offers().get(0), call(files));
        assertEquals(
                Duration.ofMillis(500),
                ((Outcome.Done<SpeechResult>) spoken).result().duration());
    }

    @Test
    void theProbeRunsNothing() {
        assertEquals(
                Health.State.UP,
                ((CommandSpeech) provider()).probe(Duration.ofSeconds(1)).state());
        assertEquals(
                Health.State.DOWN,
                speaking(1, List.of("no-such-program-here"))
                        .probe(Duration.ofSeconds(1))
                        .state());
        assertTrue(Files.notExists(files.resolve("heard")));
    }

    @Test
    void aCommandIsAListOfTexts() {
        IllegalArgumentException empty = assertThrows(IllegalArgumentException.class, () -> speaking(1, List.of()));
        assertTrue(String.valueOf(empty.getMessage()).contains("own"), empty.getMessage());
    }
}
