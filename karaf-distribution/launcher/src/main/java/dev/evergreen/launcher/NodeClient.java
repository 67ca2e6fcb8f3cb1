package dev.evergreen.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.evergreen.launcher.DataFolder.NodeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls a node's HTTP API; a refusal becomes a {@link Failure} with the node's own words. */
final class NodeClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/api/v1";
    private static final Pattern PLACE = Pattern.compile("script:\\d+:\\d+");
    private static final int PIECE = 1 << 16;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final NodeFile node;

    NodeClient(NodeFile node) {
        this.node = node;
    }

    NodeFile node() {
        return node;
    }

    /** The answer's data. */
    JsonNode get(String path) {
        return data(send("GET", API + path, BodyPublishers.noBody(), Map.of()));
    }

    JsonNode post(String path, Object body) {
        return data(send("POST", API + path, json(body), Map.of("Content-Type", "application/json")));
    }

    JsonNode put(String path, Object body, Map<String, String> headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        headers.forEach((name, value) -> all.addAll(List.of(name, value)));
        return data(send("PUT", API + path, json(body), pairs(all)));
    }

    void delete(String path) {
        data(send("DELETE", API + path, BodyPublishers.noBody(), Map.of()));
    }

    /** Sends a file as it is; its name goes into the query. */
    JsonNode upload(String method, String path, Path file, Map<String, String> query) {
        StringBuilder address = new StringBuilder(API)
                .append(path)
                .append("?fileName=")
                .append(encode(String.valueOf(file.getFileName())));
        query.forEach(
                (name, value) -> address.append('&').append(name).append('=').append(encode(value)));
        try {
            return data(send(
                    method,
                    address.toString(),
                    BodyPublishers.ofFile(file),
                    Map.of("Content-Type", "application/octet-stream")));
        } catch (IOException e) {
            throw new Failure(Failure.FILES, file + " cannot be read", e);
        } catch (Failure e) {
            throw new Failure(e.exitCode(), placed(String.valueOf(e.getMessage()), file), e);
        }
    }

    /** The node calls what it was sent "script"; people know it by its path, with line and column. */
    private static String placed(String message, Path file) {
        return message.replaceFirst("^script:(?=\\d)", Matcher.quoteReplacement(file + ":"));
    }

    /**
     * Writes what the node answers into a file.
     *
     * @throws IOException where the file cannot be written; a node that breaks off is a {@link Failure}
     */
    void download(String path, Path file) throws IOException {
        try (InputStream in = stream(path)) {
            try (OutputStream out = Files.newOutputStream(file)) {
                for (byte[] piece = read(in); piece.length > 0; piece = read(in)) {
                    out.write(piece);
                }
            }
        }
    }

    /** What the node answers, while it comes. */
    InputStream stream(String path) throws IOException {
        HttpResponse<InputStream> answer =
                exchange(request("GET", API + path, BodyPublishers.noBody(), Map.of()), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            answer.body().close();
            throw new Failure(Failure.ENGINE, "the node did not give " + path + ": HTTP " + answer.statusCode());
        }
        return answer.body();
    }

    private byte[] read(InputStream in) {
        try {
            return in.readNBytes(PIECE);
        } catch (IOException e) {
            throw brokeOff(e);
        }
    }

    private Failure brokeOff(IOException e) {
        return new Failure(
                Failure.NODE,
                "the node at " + node.url() + " broke off (" + e.getMessage()
                        + "); run the command again, what is finished stays",
                e);
    }

    /** What the node lacks to be ready, each in one line; empty when it is ready. */
    List<String> missing() {
        HttpResponse<String> answer = send("GET", "/readyz", BodyPublishers.noBody(), Map.of());
        if (answer.statusCode() == 200) {
            return List.of();
        }
        List<String> missing = messages(answer);
        return missing.isEmpty() ? List.of("HTTP " + answer.statusCode()) : missing;
    }

    /** What keeps the running node's state, each in one line; empty while it is not ready. */
    List<String> storage() {
        HttpResponse<String> answer = send("GET", "/readyz", BodyPublishers.noBody(), Map.of());
        List<String> storage = new ArrayList<>();
        if (answer.statusCode() == 200) {
            for (JsonNode kept : data(answer).path("storage")) {
                String trouble = kept.path("trouble").asText("");
                storage.add(kept.path("role").asText() + ": "
                        + kept.path("place").asText() + (trouble.isEmpty() ? "" : ", DEGRADED: " + trouble));
            }
        }
        return storage;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode data(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return answer.body().isEmpty()
                    ? MissingNode.getInstance()
                    : parse(answer.body()).path("data");
        }
        List<String> messages = messages(answer);
        String message = messages.isEmpty()
                ? "the node answered HTTP " + status + " to "
                        + answer.request().uri().getPath()
                : String.join("\n  ", messages);
        throw new Failure(exitCode(status), message);
    }

    private static int exitCode(int status) {
        return switch (status) {
            case 503 -> Failure.NODE;
            case 507 -> Failure.FILES;
            default -> status < 500 ? Failure.USAGE : Failure.ENGINE;
        };
    }

    private static List<String> messages(HttpResponse<String> answer) {
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json")) {
            return List.of();
        }
        List<String> messages = new ArrayList<>();
        for (JsonNode error : parse(answer.body()).path("errors")) {
            String field = error.path("field").asText();
            String message = error.path("message").asText();
            // The messages are whole sentences; a field only helps where it is a place in the script.
            boolean place = PLACE.matcher(field).matches() && !message.startsWith(field);
            messages.add(place ? field + ": " + message : message);
        }
        return messages;
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new Failure(Failure.ENGINE, "the node's answer is not JSON: " + e.getMessage(), e);
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + body, e);
        }
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        return exchange(request(method, path, body, headers), BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.url() + path))
                .timeout(Duration.ofMinutes(10))
                .header("X-Evergreen-Token", node.token())
                .method(method, body);
        headers.forEach(request::header);
        return request.build();
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (ConnectException e) {
            throw new Failure(
                    Failure.NODE,
                    "no node answers at " + node.url() + " any more; run the command again, what is finished stays",
                    e);
        } catch (IOException e) {
            throw brokeOff(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.ENGINE, "interrupted", e);
        }
    }

    private static Map<String, String> pairs(List<String> namesAndValues) {
        Map<String, String> pairs = new java.util.LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            pairs.put(namesAndValues.get(i), namesAndValues.get(i + 1));
        }
        return pairs;
    }
}
