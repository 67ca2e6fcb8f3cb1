package dev.evergreen.media.internal.process;

import dev.evergreen.media.MediaException;
import dev.evergreen.media.WorkLimits;
import dev.evergreen.media.internal.av.Natives;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Runs a packed executable with arguments as they are. A fixed line of the system's shell sets the limits and becomes the
 * executable; no argument is ever read by it.
 */
public final class ChildProcess {
    private static final int MOST_OUTPUT = 4 << 20;
    /** POSIX counts the size of files in blocks of 512 bytes, and memory (which most systems add) in KiB. */
    private static final int FILE_BLOCK = 512;

    private static final int KIB = 1024;

    /** A limit that the system already holds lower cannot be set, and need not be. */
    private static final String LIMITED =
            "ulimit -t \"$1\" || :; ulimit -v \"$2\" || :; ulimit -f \"$3\" || :; ulimit -c 0; shift 3; exec \"$@\"";

    /** What POSIX adds to a signal's number to make an exit code of it. */
    private static final int SIGNALLED = 128;

    private static final Pattern OUT_OF_MEMORY = Pattern.compile(
            "Cannot allocate memory|get_buffer\\(\\) failed|pthread_create\\(\\) failed|std::bad_alloc|x264 \\[error]: malloc");

    private static final int KILLED = SIGNALLED + 9;
    private static final int FILE_TOO_LARGE = SIGNALLED + 25;

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

    /**
     * @throws MediaException of kind TIMEOUT or TOO_LARGE, naming the limit that it ran into; of kind STORAGE or CANCELLED
     */
    public Outcome ffmpeg(List<String> arguments, WorkLimits limits) throws MediaException {
        return run(Natives.ffmpeg(), arguments, limits);
    }

    /**
     * @throws MediaException as {@link #ffmpeg} does
     */
    public Outcome ffprobe(List<String> arguments, WorkLimits limits) throws MediaException {
        return run(Natives.ffprobe(), arguments, limits);
    }

    private Outcome run(Path executable, List<String> arguments, WorkLimits limits) throws MediaException {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                LIMITED,
                "sh",
                Long.toString(limits.processorTime().toSeconds()),
                Long.toString(limits.memoryBytes() / KIB),
                Long.toString(limits.outputBytes() / FILE_BLOCK),
                executable.toString()));
        command.addAll(arguments);
        try {
            Path output = Files.createTempFile(temporary, "child", ".out");
            try {
                Path errors = Files.createTempFile(temporary, "child", ".err");
                try {
                    return checked(run(executable, command, limits, output, errors), executable, limits);
                } finally {
                    Files.deleteIfExists(errors);
                }
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Kind.STORAGE,
                    executable.getFileName() + " cannot be run with files in " + temporary + ": " + e.getMessage(),
                    e);
        }
    }

    private static Outcome run(Path executable, List<String> command, WorkLimits limits, Path output, Path errors)
            throws IOException, MediaException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().put("LD_LIBRARY_PATH", String.valueOf(executable.getParent()));
        builder.environment().put("LC_ALL", "C");
        // The C library reserves 64 MiB of address space for each thread otherwise.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        Process process = builder.start();
        try {
            if (!process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new MediaException(
                        MediaException.Kind.TIMEOUT,
                        executable.getFileName() + " did not end within the limit of " + seconds(limits)
                                + " s; the file may be too long or damaged");
            }
            return new Outcome(process.exitValue(), head(output), head(errors));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MediaException(MediaException.Kind.CANCELLED, "Interrupted while working on media", e);
        } finally {
            process.destroyForcibly();
            // Not before it is gone may its files be deleted; it was killed, so this takes no time worth naming.
            process.onExit().join();
        }
    }

    private static Outcome checked(Outcome outcome, Path executable, WorkLimits limits) throws MediaException {
        if (outcome.exit() == KILLED) {
            throw new MediaException(
                    MediaException.Kind.TIMEOUT,
                    executable.getFileName() + " was stopped at the limit of "
                            + limits.processorTime().toSeconds()
                            + " s of processor time (or killed by the system); the file may be too long or damaged");
        }
        if (outcome.exit() == FILE_TOO_LARGE) {
            throw new MediaException(
                    MediaException.Kind.TOO_LARGE,
                    executable.getFileName() + " was stopped at the limit of " + limits.outputBytes()
                            + " bytes of output; the file holds more than it seems to");
        }
        if (outcome.exit() != 0 && OUT_OF_MEMORY.matcher(outcome.errors()).find()) {
            throw new MediaException(
                    MediaException.Kind.TOO_LARGE,
                    executable.getFileName() + " was stopped at the limit of " + limits.memoryBytes()
                            + " bytes of memory; give a file with fewer pixels");
        }
        return outcome;
    }

    private static String seconds(WorkLimits limits) {
        return String.format(Locale.ROOT, "%.3g", limits.time().toMillis() / 1000.0);
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
        }
    }
}
