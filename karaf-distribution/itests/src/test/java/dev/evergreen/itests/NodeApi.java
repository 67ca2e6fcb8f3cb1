package dev.evergreen.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** The HTTP API of the node that runs on a data folder, as a program of the same person calls it. */
public final class NodeApi {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path data;

    public NodeApi(Path data) {
        this.data = data;
    }

    /** What {@code run/node.json} says; empty before the node has written it. */
    public JsonNode file() throws IOException {
        try {
            return JSON.readTree(Files.readAllBytes(data.resolve("run/node.json")));
        } catch (NoSuchFileException e) {
            return JSON.createObjectNode();
        }
    }

    public String url() throws IOException {
        return file().path("url").asText();
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url() + path))
                        .timeout(PATIENCE)
                        .build(),
                BodyHandlers.ofString());
    }

    /** Writes what the node answers into a file. */
    public void download(String path, Path file) throws IOException, InterruptedException {
        HttpResponse<Path> answer = http.send(
                HttpRequest.newBuilder(URI.create(url() + path))
                        .timeout(PATIENCE)
                        .build(),
                BodyHandlers.ofFile(file));
        if (answer.statusCode() != 200) {
            throw new AssertionError("HTTP " + answer.statusCode() + " for " + path);
        }
    }

    public HttpResponse<String> send(String method, String path, String type, byte[] body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url() + path))
                        .timeout(PATIENCE)
                        .header("X-Evergreen-Token", file().path("token").asText())
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The data of a JSON answer; anything but success is a failure of the test. */
    public static JsonNode data(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError("HTTP " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body()).path("data");
    }

    /** A JSON answer, whether it tells of success or not. */
    public static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    /** The messages of a refusal. */
    public static JsonNode errors(HttpResponse<String> answer) throws IOException {
        return json(answer).path("errors");
    }

    public JsonNode read(String path) throws IOException, InterruptedException {
        return data(get(path));
    }

    public JsonNode post(String path, String json) throws IOException, InterruptedException {
        return data(send("POST", path, "application/json", json.getBytes(StandardCharsets.UTF_8)));
    }

    public HttpResponse<String> upload(String fileName, byte[] jar) throws IOException, InterruptedException {
        return send("POST", "/api/v1/plugins?fileName=" + fileName, "application/java-archive", jar);
    }
}
