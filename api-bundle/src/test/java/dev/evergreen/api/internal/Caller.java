package dev.evergreen.api.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Calls operations by their names, and holds every answer against what {@code openapi.yaml} says of it. */
final class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final Description description;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> called = new TreeSet<>();

    Caller(String url, Description description) {
        this.url = url;
        this.description = description;
    }

    /** Operations that answered as they should at least once. */
    Set<String> called() {
        return called;
    }

    Call call(String operationId, Object... pathValues) {
        return new Call(description.operation(operationId), pathValues);
    }

    /** An answer that fits its description. */
    record Answer(int status, Map<String, String> headers, byte[] body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError(new String(body, StandardCharsets.UTF_8), e);
            }
        }

        JsonNode data() {
            return json().get("data");
        }

        JsonNode error() {
            return json().get("errors").get(0);
        }

        List<String> fields() {
            List<String> fields = new ArrayList<>();
            json().get("errors").forEach(error -> fields.add(error.get("field").asText()));
            return fields;
        }

        String header(String name) {
            String value = headers.get(name.toLowerCase(java.util.Locale.ROOT));
            if (value == null) {
                throw new AssertionError("no header " + name + " in " + headers);
            }
            return value;
        }
    }

    /** A call in the making. */
    final class Call {
        private final Description.Operation operation;
        private final String path;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private String query = "";
        private byte[] body = new byte[0];

        Call(Description.Operation operation, Object... pathValues) {
            this.operation = operation;
            String filled = operation.path().equals("/") ? "" : operation.path();
            for (Object value : pathValues) {
                filled = filled.replaceFirst("\\{\\w+}", value.toString());
            }
            this.path = (operation.atRoot() ? "" : "/api/v1") + filled;
            headers.put("X-Evergreen-Token", TestNode.TOKEN);
        }

        Call query(String text) {
            query = "?" + text;
            return this;
        }

        Call header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Call without(String name) {
            headers.remove(name);
            return this;
        }

        Call json(String text) {
            return body("application/json", text.getBytes(StandardCharsets.UTF_8));
        }

        Call body(String type, byte[] bytes) {
            headers.put("Content-Type", type);
            body = bytes;
            return this;
        }

        /** A form with fields and, last, a file. */
        Call form(Map<String, String> fields, String fileName, byte[] file) {
            String boundary = "----form";
            StringBuilder head = new StringBuilder();
            fields.forEach((name, value) -> head.append("--")
                    .append(boundary)
                    .append("\r\nContent-Disposition: form-data; name=\"")
                    .append(name)
                    .append("\"\r\n\r\n")
                    .append(value)
                    .append("\r\n"));
            head.append("--")
                    .append(boundary)
                    .append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                    .append(fileName)
                    .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
            byte[] end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
            byte[] all = new byte[start.length + file.length + end.length];
            System.arraycopy(start, 0, all, 0, start.length);
            System.arraycopy(file, 0, all, start.length, file.length);
            System.arraycopy(end, 0, all, start.length + file.length, end.length);
            return body("multipart/form-data; boundary=" + boundary, all);
        }

        Answer expect(int status) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path + query))
                    .method(operation.method(), HttpRequest.BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            try {
                HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                Map<String, String> answered = new LinkedHashMap<>();
                response.headers().map().forEach((name, values) -> answered.put(name, values.get(0)));
                Answer answer = new Answer(response.statusCode(), answered, response.body());
                assertEquals(
                        status,
                        answer.status(),
                        () -> operation.id() + ": " + new String(response.body(), StandardCharsets.UTF_8));
                holdAgainstDescription(answer);
                if (status < 400) {
                    called.add(operation.id());
                }
                return answer;
            } catch (IOException e) {
                throw new AssertionError(operation.id(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        private void holdAgainstDescription(Answer answer) {
            JsonNode documented = description.response(operation, answer.status());
            documented.path("headers").fieldNames().forEachRemaining(answer::header);
            assertEquals("1", answer.header("X-API-Version"));
            assertTrue(answer.headers().containsKey("x-correlation-id"), "no correlation id");
            JsonNode content = documented.path("content");
            if (content.isMissingNode()) {
                assertEquals(0, answer.body().length, operation.id() + " should have no body");
                return;
            }
            String type = answer.header("Content-Type");
            JsonNode schema =
                    content.has("*/*") ? content.get("*/*") : content.path(type.replaceAll("; charset.*", ""));
            assertTrue(!schema.isMissingNode(), () -> operation.id() + " answered " + type + ", not " + content);
            if (type.startsWith("application/json") && !content.has("*/*")) {
                List<Error> problems = description.problems(schema.get("schema"), answer.json());
                assertTrue(problems.isEmpty(), () -> operation.id() + " " + problems + "\n" + answer.json());
            }
        }
    }
}
