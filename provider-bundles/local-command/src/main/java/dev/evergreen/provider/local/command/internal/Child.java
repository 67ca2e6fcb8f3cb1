package dev.evergreen.provider.local.command.internal;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run of a program: it gets a file as its input, nothing of this process's environment but the path, and is ended with everything that
 * it has started when it takes too long, writes too much, or nobody wants its result any more.
 *
 * @param limit of time
 * @param mostBytes of what it writes
 */
record Child(Duration limit, long mostBytes) {
    private static final int LOOK_MILLIS = 20;
    private static final int MOST_MESSAGE = 400;
    private static final List<String> KEPT = List.of("PATH");

    /**
     * @param input what it reads on its standard input
     * @param output what it writes, to its standard output or by itself
     * @param toStandardOutput whether it writes to its standard output
     * @throws ProviderException UNAVAILABLE when it cannot be started, TIMEOUT, CANCELLED, else BAD_RESPONSE; it has cost nothing
     */
    void run(List<String> command, Path folder, Path input, Path output, boolean toStandardOutput, CallContext call)
            throws ProviderException {
        Path messages = call.workspace().newFile(".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(input.toFile())
                .redirectError(messages.toFile())
                .redirectOutput(
                        toStandardOutput
                                ? ProcessBuilder.Redirect.to(output.toFile())
                                : ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        // Keys may be in the environment of this process; they are none of the program's business.
        environment.keySet().retainAll(KEPT);
        environment.put("LC_ALL", "C.UTF-8");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw failed(
                    Kind.UNAVAILABLE,
                    command.get(0) + " cannot be started: " + e.getMessage()
                            + "; install it, or correct the model's option 'command'",
                    e);
        }
        AutoCloseable watched = call.onCancel(() -> end(process));
        try {
            watch(process, command.get(0), output, messages, call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(Kind.CANCELLED, "Interrupted while " + command.get(0) + " was at work", e);
        } catch (IOException e) {
            throw failed(Kind.UNAVAILABLE, "The files of " + command.get(0) + " cannot be read: " + e.getMessage(), e);
        } finally {
            end(process);
            // Not before it is gone may its files be deleted; it was killed, so that this takes no time worth naming.
            process.onExit().join();
            withdraw(watched);
        }
    }

    private void watch(Process process, String program, Path output, Path messages, CallContext call)
            throws ProviderException, InterruptedException, IOException {
        long begun = System.nanoTime();
        boolean ended = false;
        while (!ended) {
            call.throwIfCancelled();
            ended = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (size(output) > mostBytes || size(messages) > mostBytes) {
                throw failed(
                        Kind.BAD_RESPONSE, program + " was ended: it wrote more than " + mostBytes + " bytes", null);
            }
            if (!ended && System.nanoTime() - begun > limit.toNanos()) {
                throw failed(
                        Kind.TIMEOUT, program + " was ended: it took longer than " + limit.toSeconds() + " s", null);
            }
        }
        call.throwIfCancelled();
        if (process.exitValue() != 0) {
            throw failed(
                    Kind.BAD_RESPONSE, program + " ended with " + process.exitValue() + ": " + head(messages), null);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static String head(Path messages) throws IOException {
        try (InputStream in = Files.newInputStream(messages)) {
            return new String(in.readNBytes(MOST_MESSAGE), StandardCharsets.UTF_8).strip();
        }
    }

    private static ProviderException failed(Kind kind, String message, @Nullable Throwable cause) {
        return new ProviderException(kind, message, cause, Optional.empty(), Optional.of(Money.free()));
    }

    private static void withdraw(AutoCloseable watched) {
        try {
            watched.close();
        } catch (Exception e) {
            throw new IllegalStateException("A cancellation cannot be unsubscribed", e);
        }
    }
}
