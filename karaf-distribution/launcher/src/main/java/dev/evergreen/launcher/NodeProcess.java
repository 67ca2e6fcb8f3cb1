package dev.evergreen.launcher;

import dev.evergreen.launcher.DataFolder.NodeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Starts the distribution's node and waits until it is ready; stops nodes. */
final class NodeProcess {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(40);
    private static final long LOOK_AGAIN_MILLIS = 100;
    private static final int SHOWN_REASONS = 5;
    private static final long LEAST_ROOM = 50L << 20;
    /** Database, natives and Karaf's state, and what the node keeps free beside them. */
    private static final long ROOM_OF_A_NEW_FOLDER = 900L << 20;

    /** A node runs on the folder, or starts there. */
    static final class FolderInUse extends Failure {
        private static final long serialVersionUID = 1;

        private FolderInUse(String message) {
            super(NODE, message);
        }
    }

    private final Path home;

    /** @param home the distribution's folder */
    NodeProcess(Path home) {
        this.home = home;
    }

    /** The distribution this command belongs to, as the start script tells it. */
    static NodeProcess ofDistribution() {
        String home = System.getProperty("evergreen.home", "");
        if (home.isEmpty() || !Files.isExecutable(Path.of(home, "bin", "node"))) {
            throw new Failure(
                    Failure.ENVIRONMENT, "no node is built yet; start this command through the evergreen script");
        }
        return new NodeProcess(Path.of(home));
    }

    /**
     * Starts a node that outlives this command.
     *
     * @param port 0 for any free one
     * @return once the node is ready
     */
    NodeFile start(DataFolder data, int port) {
        data.node().ifPresent(running -> {
            throw new Failure(
                    Failure.NODE,
                    "a node is already running on " + data.path() + " (process " + running.pid() + ", " + running.url()
                            + "); stop it with 'evergreen down' or use --data with another folder");
        });
        requireRoom(data);
        Process process = launch(data, port);
        // Ctrl-C does not reach the node, so a start that is interrupted has to end it.
        Thread onInterrupt = new Thread(() -> end(process.toHandle()), "stop-starting-node");
        boolean ready = false;
        try {
            Runtime.getRuntime().addShutdownHook(onInterrupt);
            NodeFile node = awaitReady(process, data);
            ready = true;
            return node;
        } catch (IllegalStateException e) {
            throw new Interrupted(e);
        } finally {
            if (!ready) {
                end(process.toHandle());
            }
            forget(onInterrupt);
        }
    }

    /** Takes back what was to be done on Ctrl-C; throws when Ctrl-C has come meanwhile. */
    static void forget(Thread onInterrupt) {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            throw new Interrupted(e);
        }
    }

    /** On a full disk a node would not come up and could hardly say why. */
    private static void requireRoom(DataFolder data) {
        long needed = Files.exists(data.path().resolve("karaf")) ? LEAST_ROOM : ROOM_OF_A_NEW_FOLDER;
        try {
            long free = Files.getFileStore(data.nearest()).getUsableSpace();
            if (free < needed) {
                throw new Failure(
                        Failure.FILES,
                        "the disk of the data folder " + data.path() + " has " + (free >> 20)
                                + " MB left, and a node needs " + (needed >> 20)
                                + " MB to start; free some or use --data with a folder on another disk");
            }
        } catch (IOException e) {
            throw new Failure(
                    Failure.FILES,
                    "the data folder " + data.path() + " cannot be looked at (" + e.getMessage()
                            + "); use --data with another folder",
                    e);
        }
    }

    private Process launch(DataFolder data, int port) {
        // Its own session, so that Ctrl-C in the terminal reaches this command only, which then stops the node in
        // order.
        List<String> command = new ArrayList<>();
        Optional.of(Path.of("/usr/bin/setsid"))
                .filter(Files::isExecutable)
                .ifPresent(setsid -> command.add(setsid.toString()));
        command.add(home.resolve("bin").resolve("node").toString());
        try {
            Files.createDirectories(data.output().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(data.output().toFile());
            Map<String, String> environment = builder.environment();
            environment.put("EVERGREEN_DATA", data.path().toString());
            environment.put("EVERGREEN_PORT", Integer.toString(port));
            environment.putIfAbsent("EVERGREEN_LOG", "OFF");
            return builder.start();
        } catch (IOException e) {
            throw new Failure(
                    Failure.FILES,
                    "cannot write to the data folder " + data.path() + " (" + e.getMessage()
                            + "); make it writable or use --data with another folder",
                    e);
        }
    }

    private static NodeFile awaitReady(Process process, DataFolder data) {
        Instant deadline = Instant.now().plus(READY_WITHIN);
        List<String> missing = List.of("it did not open its port");
        while (Instant.now().isBefore(deadline)) {
            if (await(process)) {
                String words = lastWords(data);
                throw exitCode(process) == Failure.NODE && words.startsWith("another node is running")
                        ? new FolderInUse(words)
                        : new Failure(exitCode(process), "the node ended at once: " + words);
            }
            Optional<NodeFile> node = data.node().filter(file -> belongs(file.pid(), process));
            if (node.isPresent()) {
                missing = new NodeClient(node.get()).missing();
                if (missing.isEmpty()) {
                    return node.get();
                }
            }
        }
        throw new Failure(
                Failure.NODE,
                "the node is not ready after " + READY_WITHIN.toSeconds() + " s:\n  " + shortened(missing)
                        + "\n  its log is " + data.log());
    }

    /** The start script waits for the node, in order to start it again after a crash. */
    private static boolean belongs(long pid, Process script) {
        return pid == script.pid() || script.descendants().anyMatch(process -> process.pid() == pid);
    }

    /** The first few: what comes later mostly waits for them. */
    private static String shortened(List<String> missing) {
        String shown = missing.stream().limit(SHOWN_REASONS).collect(Collectors.joining("\n  "));
        return missing.size() <= SHOWN_REASONS
                ? shown
                : shown + "\n  and " + (missing.size() - SHOWN_REASONS) + " more; see 'evergreen status'";
    }

    /** Waits a moment. */
    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.ENGINE, "interrupted", e);
        }
    }

    /** Waits a moment; whether the process has ended. */
    private static boolean await(Process process) {
        try {
            return process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.ENGINE, "interrupted", e);
        }
    }

    private static int exitCode(Process process) {
        int code = process.exitValue();
        return code >= Failure.ENVIRONMENT && code <= Failure.NODE ? code : Failure.ENGINE;
    }

    private static String lastWords(DataFolder data) {
        try {
            List<String> lines = Files.readAllLines(data.output(), StandardCharsets.UTF_8);
            String last = lines.stream()
                    .filter(line -> line.startsWith("evergreen: "))
                    .reduce((first, second) -> second)
                    .map(line -> line.substring("evergreen: ".length()))
                    .orElseGet(() -> lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1));
            return last.isBlank() ? "see " + data.output() : last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the node to stop and waits until it has. */
    static void stop(NodeFile node) {
        ProcessHandle.of(node.pid()).ifPresent(NodeProcess::end);
    }

    private static void end(ProcessHandle handle) {
        handle.destroy();
        try {
            handle.onExit().get(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            handle.children().forEach(ProcessHandle::destroyForcibly);
            handle.destroyForcibly();
            handle.onExit().join();
        } catch (ExecutionException | CompletionException e) {
            throw new Failure(Failure.NODE, "cannot wait for process " + handle.pid() + " to end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.ENGINE, "interrupted", e);
        }
    }
}
