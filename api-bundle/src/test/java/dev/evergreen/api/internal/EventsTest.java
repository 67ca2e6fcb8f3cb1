package dev.evergreen.api.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.evergreen.domain.storage.Event;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsTest {
    private TestNode node;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        node = TestNode.start(folder);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void the_four_events_reach_every_listener_as_described() throws IOException {
        Listener first = listen("token=" + TestNode.TOKEN);
        Listener second = listen("token=" + TestNode.TOKEN);
        List<Event> events = List.of(
                new Event("generation:progress", "job", Map.of("state", "RUNNING", "progress", 40), Samples.NOW),
                new Event("asset:created", "project", Map.of("role", "film"), Samples.NOW),
                new Event("plugin:converged", "private", Map.of(), Samples.NOW),
                new Event("project:updated", "project", Map.of(), Samples.NOW),
                new Event("error:occurred", "job", Map.of("error", "It broke."), Samples.NOW));

        // A listener is there once its first event arrives.
        Await.until(
                () -> {
                    node.bus.publish(events.get(0));
                    return !first.messages.isEmpty() && !second.messages.isEmpty();
                },
                () -> "no listener");
        first.messages.clear();
        second.messages.clear();
        events.forEach(node.bus::publish);

        Await.until(() -> first.names().contains("error:occurred"), first.messages::toString);
        Await.until(() -> second.names().contains("error:occurred"), second.messages::toString);
        assertTrue(first.messages.stream().noneMatch(message -> message.contains("private")), "only the four leave");
        assertTrue(
                first.messages.stream().anyMatch(message -> message.contains("\"state\":\"running\"")),
                first.messages::toString);
        Description description = new Description();
        for (String message : first.messages) {
            assertEquals(List.of(), description.problems("Event", new ObjectMapper().readTree(message)), message);
        }
    }

    @Test
    void a_stranger_cannot_listen() {
        assertRefused("");
        assertRefused("token=wrong");
        assertRefused("token=" + TestNode.TOKEN, "Origin", "http://evil.example");
        assertRefused("token=" + TestNode.TOKEN, "Sec-Fetch-Site", "cross-site");
    }

    @Test
    void the_bus_is_left_when_the_server_stops() {
        assertEquals(1, node.bus.subscribers());
        node.close();
        assertEquals(0, node.bus.subscribers());
    }

    private void assertRefused(String query, String... headers) {
        CompletionException refused = assertThrows(CompletionException.class, () -> listen(query, headers));
        WebSocketHandshakeException handshake = (WebSocketHandshakeException) refused.getCause();
        assertEquals(403, handshake.getResponse().statusCode());
    }

    private Listener listen(String query, String... headers) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        Listener listener = new Listener();
        builder.buildAsync(URI.create("ws://127.0.0.1:" + node.server.port() + "/api/v1/events?" + query), listener)
                .join();
        return listener;
    }

    private static final class Listener implements WebSocket.Listener {
        final List<String> messages = new CopyOnWriteArrayList<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                messages.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        List<String> names() {
            return messages.stream()
                    .map(message -> message.replaceAll(".*\"event\":\"([^\"]+)\".*", "$1"))
                    .toList();
        }
    }
}
