package dev.evergreen.notifications.internal;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody's server that takes webhooks, and acts once for each number. */
final class Hook implements AutoCloseable {
    /** What arrived. */
    record Call(String id, String timestamp, String signature, String body) {}

    private final HttpServer server;
    private final Deque<String[]> answers = new ArrayDeque<>();
    final List<Call> calls = new CopyOnWriteArrayList<>();
    final Set<String> effects = ConcurrentHashMap.newKeySet();

    Hook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            calls.add(new Call(
                    id,
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    body));
            String[] answer = next();
            if (answer.length > 1) {
                exchange.getResponseHeaders().set("Retry-After", answer[1]);
            }
            int status = Integer.parseInt(answer[0]);
            if (status < 300) {
                effects.add(id);
            }
            if (status == 302) {
                exchange.getResponseHeaders().set("Location", url() + "elsewhere");
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** The next answers, a status and perhaps Retry-After; after them all is well. */
    synchronized void answer(String[]... next) {
        answers.addAll(List.of(next));
    }

    private synchronized String[] next() {
        return answers.isEmpty() ? new String[] {"204"} : answers.remove();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
