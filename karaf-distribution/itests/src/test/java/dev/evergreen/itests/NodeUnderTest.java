package dev.evergreen.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A node of the distribution in a process of its own, as its start script starts it. */
public final class NodeUnderTest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final NodeApi api;
    private final Path data;
    private final Path output;
    private final Process process;

    private NodeUnderTest(Path data, Path output, Process process) {
        this.api = new NodeApi(data);
        this.data = data;
        this.output = output;
        this.process = process;
    }

    /** What a node is started with; everything else is as the distribution has it. */
    public record Start(Path home, Path data, Map<String, String> environment, List<String> arguments) {
        public Start(Path data) {
            this(Distribution.home(), data, Map.of(), List.of());
        }

        public Start with(String name, String value) {
            Map<String, String> more = new HashMap<>(environment);
            more.put(name, value);
            return new Start(home, data, more, arguments);
        }

        public Start from(Path otherHome) {
            return new Start(otherHome, data, environment, arguments);
        }

        public Start arguments(String... some) {
            return new Start(home, data, environment, List.of(some));
        }
    }

    /** Starts the process and returns at once. */
    public static NodeUnderTest launch(Start start) throws IOException {
        Files.createDirectories(start.data());
        Path output = Files.createTempFile(start.data().getParent(), "node", ".out");
        List<String> command = new java.util.ArrayList<>(
                List.of(start.home().resolve("bin/node").toString()));
        command.addAll(start.arguments());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "EVERGREEN_DATA",
                        start.data().toString(),
                        "EVERGREEN_PORT",
                        "0",
                        "EVERGREEN_LOG",
                        "OFF",
                        "JAVA_HOME",
                        System.getProperty("java.home")));
        builder.environment().putAll(start.environment());
        return new NodeUnderTest(start.data(), output, builder.start());
    }

    /** Starts a node and waits until it is ready. */
    public static NodeUnderTest start(Start start) throws IOException, InterruptedException {
        NodeUnderTest node = launch(start);
        boolean ready = false;
        try {
            node.awaitReady();
            ready = true;
            return node;
        } finally {
            if (!ready) {
                node.kill();
            }
        }
    }

    public void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String last = "it did not write run/node.json";
        while (System.nanoTime() < deadline) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the node ended with " + process.exitValue() + ": " + said());
            }
            JsonNode file = api.file();
            if (process.descendants()
                    .anyMatch(child -> child.pid() == file.path("pid").asLong())) {
                HttpResponse<String> answer = get("/readyz");
                if (answer.statusCode() == 200) {
                    return;
                }
                last = answer.body();
            }
        }
        throw new AssertionError("the node is not ready after " + PATIENCE.toSeconds() + " s: " + last + "\n" + said());
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return api.get(path);
    }

    /** Writes what the node answers into a file. */
    public void download(String path, Path file) throws IOException, InterruptedException {
        api.download(path, file);
    }

    public HttpResponse<String> send(String method, String path, String type, byte[] body)
            throws IOException, InterruptedException {
        return api.send(method, path, type, body);
    }

    /** The data of a JSON answer. */
    public static JsonNode data(HttpResponse<String> answer) throws IOException {
        return NodeApi.data(answer);
    }

    public JsonNode post(String path, String json) throws IOException, InterruptedException {
        return api.post(path, json);
    }

    public NodeApi api() {
        return api;
    }

    public String url() throws IOException {
        return api.url();
    }

    public Process process() {
        return process;
    }

    public Path data() {
        return data;
    }

    /** What the process printed. */
    public String said() throws IOException {
        return Files.readString(output);
    }

    /** Waits for the process to end by itself. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the node did not end within " + PATIENCE.toSeconds() + " s");
        }
        return process.exitValue();
    }

    /** The Java virtual machine itself, which the start script waits for. */
    public ProcessHandle machine() throws IOException {
        long pid = api.file().path("pid").asLong();
        return process.descendants()
                .filter(child -> child.pid() == pid)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the node does not run: " + pid));
    }

    /** As the kernel does when memory runs out; a node that is still starting goes as well. */
    public void kill() throws InterruptedException {
        List<ProcessHandle> machine = process.children().toList();
        machine.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        // It holds the folder's lock until it is gone.
        machine.forEach(one -> one.onExit().join());
    }

    /** Asks the node to stop, as the system does on shutdown. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("the node did not stop when it was asked to");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
