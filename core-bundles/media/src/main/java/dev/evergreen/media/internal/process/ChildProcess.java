package dev.evergreen.media.internal.process;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.internal.av.Natives;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a packed executable with arguments as they are; no shell is involved. */
public final class ChildProcess {
    private static final int MOST_OUTPUT = 4 << 20;

    private final Path temporary;

    /**
     * @param temporary a folder for what the processes write
     */
    public ChildProcess(Path temporary) {
        this.temporary = temporary;
    }

    /**
     * What became of a run.
     *
     * @param exit the exit code
     * @param output standard output, at most its first 4 MiB
     * @param errors standard error, likewise
     */
    public record Outcome(int exit, String output, String errors) {
        /** The last thing it complained of. */
        public String complaint() {
            String[] lines = errors.strip().split("\n");
            return lines[lines.length - 1].strip();
        }
    }

    public Outcome ffmpeg(List<String> arguments, Duration timeout) throws MediaException {
        return run(Natives.ffmpeg(), arguments, timeout);
    }

    public Outcome ffprobe(List<String> arguments, Duration timeout) throws MediaException {
        return run(Natives.ffprobe(), arguments, timeout);
    }

    private Outcome run(Path executable, List<String> arguments, Duration timeout) throws MediaException {
        List<String> command = new ArrayList<>();
        command.add(executable.toString());
        command.addAll(arguments);
        try {
            Path output = Files.createTempFile(temporary, "child", ".out");
            Path errors = Files.createTempFile(temporary, "child", ".err");
            try {
                return run(executable, command, timeout, output, errors);
            } finally {
                Files.deleteIfExists(output);
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Kind.STORAGE,
                    executable.getFileName() + " cannot be run with files in " + temporary + ": " + e.getMessage(),
                    e);
        }
    }

    private static Outcome run(Path executable, List<String> command, Duration timeout, Path output, Path errors)
            throws IOException, MediaException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().put("LD_LIBRARY_PATH", String.valueOf(executable.getParent()));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new MediaException(
                        MediaException.Kind.TIMEOUT,
                        executable.getFileName() + " did not end within " + timeout.toSeconds()
                                + " s; the file may be too long or damaged");
            }
            return new Outcome(process.exitValue(), head(output), head(errors));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MediaException(MediaException.Kind.CANCELLED, "Interrupted while working on media", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
        }
    }
}
