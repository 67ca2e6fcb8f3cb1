package dev.evergreen.domain.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GuardedExchangeTest {
    private static final GuardedExchange.Limits PATIENT =
            new GuardedExchange.Limits(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10));

    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 4, InetAddress.getByName("127.0.0.1"));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aPostArrivesAsItWasSent() throws Exception {
        CompletableFuture<String> heard =
                CompletableFuture.supplyAsync(() -> serve("HTTP/1.1 202 Accepted\r\nX-Sign: a\r\n\r\n"));
        try (GuardedExchange exchange = GuardedExchange.to(address("/in?id=1"), any -> true)) {
            HttpAnswer answer = exchange.send(
                    "POST", Map.of("Content-Type", "text/plain"), "Grüße".getBytes(StandardCharsets.UTF_8), PATIENT);
            assertEquals(202, answer.status());
            assertEquals("a", answer.header("x-sign").get(0));
        }
        assertEquals(
                "POST /in?id=1 HTTP/1.1\r\nHost: 127.0.0.1:" + server.getLocalPort()
                        + "\r\nContent-Type: text/plain\r\nContent-Length: 7\r\nConnection: close\r\n\r\nGrüße",
                heard.get(10, TimeUnit.SECONDS));
    }

    @Test
    void anAnswerThatDripsEndsWithTheWhole() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        CompletableFuture<Void> dripping = CompletableFuture.runAsync(() -> {
            try (Socket client = server.accept()) {
                while (over.getCount() > 0) {
                    client.getOutputStream().write('H');
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                }
            } catch (IOException e) {
                assertEquals(0, over.getCount(), "nobody hangs up before: " + e);
            }
        });
        GuardedExchange.Limits limits =
                new GuardedExchange.Limits(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMillis(300));
        try (GuardedExchange exchange = GuardedExchange.to(address("/"), any -> true)) {
            assertThrows(SocketTimeoutException.class, () -> exchange.send("GET", Map.of(), new byte[0], limits));
            over.countDown(); // and only then closed
        }
        dripping.get(10, TimeUnit.SECONDS);
    }

    @Test
    void anotherThreadBreaksItOff() throws Exception {
        GuardedExchange exchange = GuardedExchange.to(address("/"), any -> true);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> {
            try (Socket client = server.accept()) {
                client.getInputStream().read();
                exchange.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        IOException broken =
                assertThrows(IOException.class, () -> exchange.send("GET", Map.of(), new byte[0], PATIENT));
        assertTrue(!(broken instanceof SocketTimeoutException), broken::toString);
        closing.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whatIsNotAllowedIsNotAsked() {
        AddressRefusedException inside = assertThrows(
                AddressRefusedException.class, () -> GuardedExchange.to(address("/"), AddressGuard::isPublic));
        assertEquals("leads into a private network (127.0.0.1)", inside.getMessage());
        assertThrows(
                AddressRefusedException.class, () -> GuardedExchange.to(URI.create("ftp://example.org/"), any -> true));
        assertThrows(
                AddressRefusedException.class,
                () -> GuardedExchange.to(URI.create("https://user@example.org/"), any -> true));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    /** Takes one request with a body of seven bytes, and answers it. */
    private String serve(String answer) {
        try (Socket client = server.accept()) {
            InputStream in = client.getInputStream();
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) in.read());
            }
            String body = new String(in.readNBytes(7), StandardCharsets.UTF_8);
            client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            return head + body;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
