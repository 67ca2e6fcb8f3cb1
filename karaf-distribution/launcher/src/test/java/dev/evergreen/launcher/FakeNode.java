package dev.evergreen.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers as a node would, in the order it was told; remembers what it was asked. */
final class FakeNode implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();

    FakeNode() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    record Call(String method, String path, String token, byte[] body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + new String(body, StandardCharsets.UTF_8), e);
            }
        }
    }

    private record Answer(int status, String type, byte[] body) {}

    /** The last answer to a call stays. */
    FakeNode on(String call, int status, String body) {
        answers.computeIfAbsent(call, key -> new ArrayDeque<>())
                .add(new Answer(status, "application/json", body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    FakeNode data(String call, String data) {
        return on(call, 200, "{\"data\":" + data + ",\"meta\":{},\"errors\":[]}");
    }

    FakeNode file(String call, byte[] content) {
        answers.computeIfAbsent(call, key -> new ArrayDeque<>()).add(new Answer(200, "video/mp4", content));
        return this;
    }

    List<Call> calls(String start) {
        synchronized (calls) {
            return calls.stream()
                    .filter(call -> (call.method() + " " + call.path()).startsWith(start))
                    .toList();
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A data folder on which this node seems to run. */
    Path runOn(Path folder) throws IOException {
        Path run = Files.createDirectories(folder.resolve("run"));
        Files.writeString(
                run.resolve("node.json"),
                "{\"pid\":" + ProcessHandle.current().pid() + ",\"url\":\"" + url()
                        + "\",\"token\":\"secret\",\"version\":\"1.2.3\"}");
        return folder;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        Answer answer;
        synchronized (calls) {
            calls.add(new Call(
                    exchange.getRequestMethod(),
                    path,
                    exchange.getRequestHeaders().getFirst("X-Evergreen-Token"),
                    exchange.getRequestBody().readAllBytes()));
            Deque<Answer> queue = answers.get(exchange.getRequestMethod() + " " + path);
            answer = queue == null
                    ? new Answer(
                            404,
                            "application/json",
                            ("{\"data\":null,\"errors\":[{\"code\":\"not_found\",\"field\":\"\",\"message\":\"no "
                                            + path + "\"}]}")
                                    .getBytes(StandardCharsets.UTF_8))
                    : queue.size() > 1 ? queue.remove() : queue.element();
        }
        exchange.getResponseHeaders().add("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
