package dev.evergreen.provider.offline.narrator.internal;

import dev.evergreen.kit.audio.WaveFiles;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.ProviderException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A speech program of this machine. It gets the text on standard input and writes a WAV file.
 *
 * @param id offer id, and the first part of its voices' ids
 * @param title for people
 * @param arguments program and arguments; {@code {output}}, {@code {voice}} and {@code {pace}} (words a minute) are filled in
 * @param languages BCP 47 tags it speaks, empty for any
 */
record SpeechProgram(String id, String title, List<String> arguments, List<String> languages) {
    private static final int USUAL_PACE = 165;
    private static final int MESSAGE_LIMIT = 300;

    static final SpeechProgram ESPEAK = new SpeechProgram(
            "espeak-ng",
            "eSpeak NG",
            List.of("espeak-ng", "-v", "{voice}", "-s", "{pace}", "-w", "{output}", "--stdin"),
            List.of());
    static final SpeechProgram FLITE = new SpeechProgram(
            "flite",
            "Flite",
            List.of("flite", "-voice", "{voice}", "-f", "/dev/stdin", "-o", "{output}"),
            List.of("en"));

    /** A program of the operator's own; words in the template are divided by blanks. */
    static SpeechProgram command(String template) {
        return new SpeechProgram(
                "command", "Local command", Arrays.asList(template.strip().split("\\s+")), List.of());
    }

    boolean isInstalled() {
        Path program = Path.of(arguments.get(0));
        if (program.isAbsolute()) {
            return Files.isExecutable(program);
        }
        String path = System.getenv("PATH");
        return path != null
                && Arrays.stream(path.split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    }

    Recording speak(String text, String voice, double rate, Duration limit, CallContext call) throws ProviderException {
        Path output = call.workspace().newFile(".wav");
        Path messages = call.workspace().newFile(".txt");
        List<String> command = arguments.stream()
                .map(argument -> argument.replace("{output}", output.toString())
                        .replace("{voice}", voice)
                        .replace("{pace}", String.valueOf(Math.round(USUAL_PACE * rate))))
                .toList();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(messages.toFile())
                    .start();
            try (AutoCloseable cancellation = call.onCancel(process::destroyForcibly)) {
                finish(process, text, limit, messages);
            } finally {
                process.destroyForcibly();
            }
            call.throwIfCancelled();
            return read(output);
        } catch (IOException e) {
            throw new ProviderException(
                    ProviderException.Kind.UNAVAILABLE,
                    "Cannot run " + command.get(0) + ": " + e.getMessage() + "; install it or choose another voice.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(ProviderException.Kind.CANCELLED, "Interrupted while " + title + " spoke.", e);
        } catch (ProviderException e) {
            throw e;
        } catch (Exception e) {
            throw new ProviderException(ProviderException.Kind.BAD_RESPONSE, title + " failed: " + e.getMessage(), e);
        }
    }

    private Recording read(Path output) throws ProviderException {
        try {
            WaveFiles.Sound sound = WaveFiles.read(output);
            return new Recording(sound.channels()[0], sound.rate(), List.of());
        } catch (IOException e) {
            throw new ProviderException(
                    ProviderException.Kind.BAD_RESPONSE,
                    title + " wrote no sound that can be read: " + e.getMessage(),
                    e);
        }
    }

    private void finish(Process process, String text, Duration limit, Path messages)
            throws IOException, InterruptedException, ProviderException {
        boolean read = give(process, text);
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ProviderException(
                    ProviderException.Kind.TIMEOUT, title + " did not finish within " + limit.toSeconds() + " s.");
        }
        if (process.exitValue() != 0) {
            String said =
                    Files.readString(messages, StandardCharsets.ISO_8859_1).strip();
            throw new ProviderException(
                    ProviderException.Kind.BAD_RESPONSE,
                    title + " ended with " + process.exitValue() + ": "
                            + said.substring(0, Math.min(MESSAGE_LIMIT, said.length())));
        }
        if (!read) {
            throw new ProviderException(
                    ProviderException.Kind.BAD_RESPONSE, title + " ended before it had read the whole text.");
        }
    }

    /** False when the program closed its input early; its exit code and its messages say why better than a broken pipe does. */
    private static boolean give(Process process, String text) {
        try (var input = process.getOutputStream()) {
            input.write(text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
