package dev.evergreen.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class VendorClientTest {
    private static final String KEY = "canary-0123456789";

    private final List<AutoCloseable> open = new ArrayList<>();
    private final FakeCall call = new FakeCall(Duration.ofSeconds(15));

    @TempDir
    Path folder;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private LocalVendor vendor(String answer, boolean hold) throws IOException {
        LocalVendor vendor = new LocalVendor(answer, hold);
        open.add(vendor);
        return vendor;
    }

    private VendorClient client(URI base, Set<String> hosts) {
        VendorClient client = new VendorClient(new VendorClient.Setup(
                "Acme",
                base,
                hosts,
                Authorization.bearer(reference -> KEY, "secret:1"),
                Map.of("X-Version", "7"),
                answer -> Failure.of(Failure.kindOf(answer.status()), "", answer.text(), answer)));
        open.add(client);
        return client;
    }

    private VendorClient client(LocalVendor vendor) {
        return client(vendor.address(), Set.of());
    }

    private ProviderException failure(String answer, boolean hold, VendorRequest request, FakeCall asking)
            throws IOException {
        VendorClient client = client(vendor(answer, hold));
        return assertThrows(ProviderException.class, () -> client.send(request, asking));
    }

    @Test
    void anAnswerComesWithItsHeadersAndItsId() throws Exception {
        LocalVendor vendor = vendor(LocalVendor.answer(200, "x-request-id: r-1\r\n", "{\"a\":{\"b\":[1,2.5]}}"), false);
        Answer answer = client(vendor)
                .send(VendorRequest.post("things").query("q", "a b&c").json(Map.of("name", "Öl")), call);
        assertEquals("2.5", answer.json().number("/a/b/1").toPlainString());
        assertEquals(Optional.of("r-1"), answer.requestId());
        String sent = vendor.requests().get(0);
        assertTrue(sent.startsWith("POST /v1/things?q=a%20b%26c HTTP/1.1\r\n"), sent);
        assertTrue(sent.contains("Authorization: Bearer " + KEY), sent);
        assertTrue(sent.contains("X-Version: 7"), sent);
        assertTrue(sent.endsWith("{\"name\":\"Öl\"}"), sent);
    }

    @Test
    void aFormIsSentWithItsFiles() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "content of the file");
        LocalVendor vendor = vendor(LocalVendor.answer(200, "", "ok"), false);
        client(vendor)
                .send(
                        VendorRequest.post("upload")
                                .form(new Multipart()
                                        .text("model", "m\"1")
                                        .file("file", "a\".txt", "text/plain", file)),
                        call);
        String sent = vendor.requests().get(0);
        assertTrue(sent.contains("name=\"model\"\r\n\r\nm\"1\r\n--evergreen-"), sent);
        assertTrue(
                sent.contains(
                        "name=\"file\"; filename=\"a%22.txt\"\r\nContent-Type: text/plain\r\n\r\ncontent of the file\r\n"),
                sent);
        assertTrue(sent.endsWith("--\r\n"), sent);
    }

    @Test
    void errorsCarryTheVendorsWordsAndWishesButNoSecret() throws Exception {
        ProviderException failure = failure(
                LocalVendor.answer(429, "Retry-After: 7\r\nrequest-id: r-9\r\n", "key " + KEY + " is too fast"),
                false,
                VendorRequest.get("x"),
                call);
        assertEquals(Kind.RATE_LIMITED, failure.kind());
        assertEquals(Optional.of(Duration.ofSeconds(7)), failure.retryAfter());
        assertEquals("Acme answered 429: key *** is too fast (request r-9)", failure.getMessage());
    }

    @Test
    void whatIsCutOffIsNoAnswer() throws Exception {
        String cut = "HTTP/1.1 200 X\r\nContent-Length: 100\r\n\r\nhalf of";
        assertEquals(
                Kind.BAD_RESPONSE,
                failure(cut, false, VendorRequest.post("x"), call).kind());
        assertEquals(
                Kind.UNAVAILABLE,
                failure(cut, false, VendorRequest.get("x"), call).kind());
    }

    @Test
    void garbageIsNoAnswer() throws Exception {
        assertEquals(
                Kind.BAD_RESPONSE,
                failure("this is not HTTP\r\n\r\n", false, VendorRequest.post("x"), call)
                        .kind());
        VendorClient client = client(vendor(LocalVendor.answer(200, "", "<html>"), false));
        Answer page = client.send(VendorRequest.get("x"), call);
        assertEquals(
                Kind.BAD_RESPONSE,
                assertThrows(ProviderException.class, page::json).kind());
    }

    @Test
    void aBodyThatNeverEndsMeetsTheDeadline() throws Exception {
        String slow = "HTTP/1.1 200 X\r\nContent-Length: 100\r\n\r\nbegins";
        ProviderException failure = failure(slow, true, VendorRequest.post("x").within(Duration.ofMillis(300)), call);
        assertEquals(Kind.TIMEOUT, failure.kind());
        assertEquals(Optional.empty(), failure.charge(), "something may have been bought");
    }

    @Test
    void afterTheDeadlineNothingIsSent() throws Exception {
        LocalVendor vendor = vendor(LocalVendor.answer(200, "", ""), false);
        ProviderException failure = assertThrows(
                ProviderException.class,
                () -> client(vendor).send(VendorRequest.get("x"), new FakeCall(Duration.ZERO)));
        assertEquals(Kind.TIMEOUT, failure.kind());
        assertEquals(Optional.of(Money.free()), failure.charge());
        assertEquals(List.of(), vendor.requests());
    }

    @Test
    void whatIsTooLargeIsNotRead() throws Exception {
        Path file = folder.resolve("large");
        VendorClient client = client(vendor(LocalVendor.answer(200, "", "x".repeat(100_000)), false));
        ProviderException failure = assertThrows(
                ProviderException.class,
                () -> client.save(VendorRequest.get("x").atMost(99_999), call, file));
        assertEquals(Kind.BAD_RESPONSE, failure.kind());
        assertFalse(Files.exists(file), "an unfinished file is removed");
    }

    @Test
    void aFileIsSavedAsItCame() throws Exception {
        Path file = folder.resolve("saved");
        client(vendor(LocalVendor.answer(200, "", "x".repeat(100_000)), false))
                .save(VendorRequest.get("x").atMost(100_000), call, file);
        assertEquals(100_000, Files.size(file));
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        LocalVendor target = vendor(LocalVendor.answer(200, "", "gotcha"), false);
        ProviderException failure = failure(
                LocalVendor.answer(302, "Location: " + target.address() + "\r\n", ""),
                false,
                VendorRequest.get("x"),
                call);
        assertEquals(Kind.BAD_RESPONSE, failure.kind());
        assertEquals(List.of(), target.requests());
    }

    @Test
    void theKeyStaysWithTheVendor() throws Exception {
        LocalVendor other = vendor(LocalVendor.answer(200, "", "{}"), false);
        LocalVendor vendor = vendor(LocalVendor.answer(200, "", "{}"), false);
        ProviderException failure = assertThrows(
                ProviderException.class,
                () -> client(vendor).send(VendorRequest.get(other.address() + "/task?sig=1"), call));
        assertEquals(Kind.BAD_RESPONSE, failure.kind());
        assertFalse(failure.getMessage().contains("sig=1"), failure.getMessage());
        assertEquals(List.of(), other.requests());
        client(vendor).send(VendorRequest.get(vendor.address() + "/task"), call);
        assertTrue(
                vendor.requests().get(0).startsWith("GET /v1/task "),
                vendor.requests().toString());
    }

    @Test
    void whoGivesUpIsLetGoAtOnce() throws Exception {
        LocalVendor vendor = vendor("", true);
        VendorClient client = client(vendor);
        CompletableFuture<ProviderException> ended = CompletableFuture.supplyAsync(
                () -> assertThrows(ProviderException.class, () -> client.send(VendorRequest.post("x"), call)));
        vendor.awaitRequest();
        call.cancel();
        assertEquals(Kind.CANCELLED, ended.get(5, TimeUnit.SECONDS).kind());
        assertEquals(
                Kind.CANCELLED,
                assertThrows(ProviderException.class, () -> client.send(VendorRequest.get("x"), call))
                        .kind());
    }

    @Test
    void aClosedClientLeavesNothingBehind() throws Exception {
        LocalVendor vendor = vendor("", true);
        VendorClient client = client(vendor);
        CompletableFuture<ProviderException> ended = CompletableFuture.supplyAsync(
                () -> assertThrows(ProviderException.class, () -> client.send(VendorRequest.post("x"), call)));
        vendor.awaitRequest();
        client.close();
        assertEquals(Kind.CANCELLED, ended.get(5, TimeUnit.SECONDS).kind());
        assertEquals(
                Kind.UNAVAILABLE,
                assertThrows(ProviderException.class, () -> client.send(VendorRequest.get("x"), call))
                        .kind());
    }

    @Test
    void nobodyThereMeansNothingBought() {
        VendorClient client = client(URI.create("http://127.0.0.1:1/v1"), Set.of());
        ProviderException failure =
                assertThrows(ProviderException.class, () -> client.send(VendorRequest.post("x"), call));
        assertEquals(Kind.UNAVAILABLE, failure.kind());
        assertEquals(
                Health.State.DOWN,
                client.probe(VendorRequest.get("x"), Duration.ofSeconds(2)).state());
    }

    @Test
    void eventsAreToldWhileTheyArrive() throws Exception {
        String stream = ": hello\n\nevent: delta\ndata: {\"a\":1}\n\ndata: two\ndata: lines\r\n\r\ndata: cut off";
        List<ServerSentEvent> heard = new ArrayList<>();
        client(vendor(LocalVendor.answer(200, "Content-Type: text/event-stream\r\n", stream), false))
                .events(VendorRequest.post("x"), call, heard::add);
        assertEquals(
                List.of(new ServerSentEvent("delta", "{\"a\":1}"), new ServerSentEvent("message", "two\nlines")),
                heard);
    }

    @Test
    void aListenerEndsTheStream() throws Exception {
        VendorClient client =
                client(vendor("HTTP/1.1 200 X\r\nContent-Length: 1000\r\n\r\n{\"error\":\"over\"}\n", true));
        ProviderException failure = assertThrows(
                ProviderException.class,
                () -> client.lines(VendorRequest.post("x"), call, line -> {
                    throw new ProviderException(Kind.OVERLOADED, line);
                }));
        assertEquals(Kind.OVERLOADED, failure.kind());
        assertEquals("{\"error\":\"over\"}", failure.getMessage());
    }

    @Test
    void linesMayBeCutAnywhereBetweenTheirBytes() throws Exception {
        List<String> heard = new ArrayList<>();
        Sinks.Lines lines = new Sinks.Lines(heard::add);
        for (byte one : "ä→😀\r\nlast".getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            lines.take(new byte[] {one}, 1);
        }
        lines.end();
        assertEquals(List.of("ä→😀", "last"), heard);
    }

    @Test
    void aKeyThatNoHeaderCarriesIsNotShown() throws Exception {
        LocalVendor vendor = vendor(LocalVendor.answer(200, "", ""), false);
        VendorClient client = new VendorClient(new VendorClient.Setup(
                "Acme",
                vendor.address(),
                Set.of(),
                Authorization.header("X-Key", "", reference -> KEY + "\nX-Evil: 1", "env:ACME_KEY"),
                Map.of(),
                answer -> Failure.of(Kind.UNAVAILABLE, "", "", answer)));
        open.add(client);
        ProviderException failure =
                assertThrows(ProviderException.class, () -> client.send(VendorRequest.get("x"), call));
        assertEquals(Kind.AUTHENTICATION, failure.kind());
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertFalse(trace.toString().contains("canary"), trace.toString());
    }

    @Test
    void waitsMayBeSecondsOrDates() throws Exception {
        java.time.Instant now = java.time.Instant.parse("2026-11-22T10:00:00Z");
        assertEquals(Optional.of(Duration.ofSeconds(3)), retryAfter("2.5", now));
        assertEquals(Optional.of(Duration.ofMinutes(1)), retryAfter("Sun, 22 Nov 2026 10:01:00 GMT", now));
        assertEquals(Optional.of(Duration.ZERO), retryAfter("Sun, 22 Nov 2026 09:01:00 GMT", now));
        assertEquals(Optional.empty(), retryAfter("soon", now));
    }

    private static Optional<Duration> retryAfter(String value, java.time.Instant now) {
        Answer answer = new Answer(
                "Acme",
                429,
                java.net.http.HttpHeaders.of(Map.of("Retry-After", List.of(value)), (name, text) -> true),
                new byte[0]);
        return Failure.retryAfter(answer, now);
    }
}
