package dev.evergreen.blobs.s3.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.evergreen.domain.storage.BlobKind;
import dev.evergreen.domain.storage.BlobSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a store that knows versions, rules and encryption, as the store of the other tests does not. */
class BucketSetupTest {
    private static final String FOREIGN = "<LifecycleConfiguration><Rule><ID>archive</ID><Status>Enabled</Status>"
            + "<Filter><Prefix>old/</Prefix></Filter><Expiration><Days>7</Days></Expiration></Rule>"
            + "<Rule><ID>evergreen-evictable</ID><Status>Enabled</Status><Filter><Prefix>evictable/</Prefix></Filter>"
            + "<Expiration><Days>1</Days></Expiration></Rule></LifecycleConfiguration>";

    @TempDir
    Path folder;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final Map<String, String> encryption = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void keepsVersionsCleansByRulesAndRemovesForgottenParts() {
        try (TestStore store = new TestStore(settings(Optional.empty()), folder)) {
            store.prepared();
        }
        assertTrue(bodies.get("PUT /all?versioning").contains("<Status>Enabled</Status>"));
        String rules = bodies.get("PUT /all?lifecycle");
        assertTrue(rules.contains("<ID>archive</ID>"), "the rule of somebody else stays: " + rules);
        assertTrue(rules.contains("<Prefix>evictable/</Prefix>") && rules.contains("<Days>30</Days>"), rules);
        assertFalse(rules.contains("<Days>1</Days>"), "our own rule is replaced: " + rules);
        assertTrue(rules.contains("<DaysAfterInitiation>1</DaysAfterInitiation>"), rules);
        assertTrue(rules.contains("<NoncurrentDays>14</NoncurrentDays>"), rules);
        assertEquals(
                List.of("DELETE /all/keep/old?uploadId=u1"),
                requests.stream()
                        .filter(request -> request.startsWith("DELETE"))
                        .toList());
    }

    @Test
    void asksForEncryption() {
        try (TestStore store = new TestStore(settings(Optional.of("key-1")), folder)) {
            store.store.put(BlobSpec.keep(BlobKind.MEDIA, "a/b"), new ByteArrayInputStream(new byte[100]));
            store.store.put(
                    BlobSpec.keep(BlobKind.MEDIA, "a/b"), new ByteArrayInputStream(new byte[TestStore.PART + 1]));
        }
        assertEquals(2, encryption.size(), encryption.toString());
        encryption.values().forEach(asked -> assertEquals("aws:kms key-1", asked));
    }

    private S3Settings settings(Optional<String> kmsKey) {
        return new S3Settings(
                Map.of(
                        BlobKind.MEDIA,
                        "all",
                        BlobKind.PLUGINS,
                        "all",
                        BlobKind.GENERATED,
                        "all",
                        BlobKind.EXPORTS,
                        "all"),
                Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                "us-east-1",
                true,
                Optional.of(new S3Settings.Keys("a", "b")),
                new S3Settings.Encryption(kmsKey.map(key -> "aws:kms"), kmsKey),
                true,
                Optional.of(30),
                14,
                TestStore.PART,
                1,
                java.time.Duration.ofSeconds(10));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(request);
        bodies.put(request, new String(body, StandardCharsets.UTF_8));
        String asked = exchange.getRequestHeaders().getFirst("x-amz-server-side-encryption");
        if (asked != null) {
            encryption.put(
                    request,
                    asked + " " + exchange.getRequestHeaders().getFirst("x-amz-server-side-encryption-aws-kms-key-id"));
        }
        exchange.getResponseHeaders().add("ETag", "\"e\"");
        String answer = answer(request);
        boolean missing = request.startsWith("HEAD /all/");
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(missing ? 404 : 200, missing || bytes.length == 0 ? -1 : bytes.length);
        if (!missing) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static String answer(String request) {
        if (request.equals("GET /all?versioning")) {
            return "<VersioningConfiguration/>";
        }
        if (request.equals("GET /all?lifecycle")) {
            return FOREIGN;
        }
        if (request.startsWith("GET /all?uploads")) {
            return "<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>"
                    + "<Upload><Key>keep/old</Key><UploadId>u1</UploadId><Initiated>2020-01-01T00:00:00.000Z</Initiated></Upload>"
                    + "<Upload><Key>keep/new</Key><UploadId>u2</UploadId><Initiated>2999-01-01T00:00:00.000Z</Initiated></Upload>"
                    + "</ListMultipartUploadsResult>";
        }
        if (request.endsWith("?uploads")) {
            return "<InitiateMultipartUploadResult><UploadId>u3</UploadId></InitiateMultipartUploadResult>";
        }
        if (request.startsWith("POST")) {
            return "<CompleteMultipartUploadResult><ETag>e</ETag></CompleteMultipartUploadResult>";
        }
        return "";
    }
}
