package dev.evergreen.cache.redis.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.evergreen.domain.storage.ConcurrencyRequest;
import dev.evergreen.domain.storage.RateLimit;
import dev.evergreen.domain.storage.RateRequest;
import dev.evergreen.storage.contract.server.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users with just the rights the documentation names, wrong passwords, and encrypted connections. */
class AccessTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private RedisServer server;

    @BeforeEach
    void start() throws IOException {
        Path users = Files.writeString(
                folder.resolve("users.acl"),
                "user default off\nuser evergreen on >hunter2 resetchannels ~mine:* &mine:* -@all +eval +evalsha +get +set +del +unlink +pttl"
                        + " +pexpire +hset +hgetall +zadd +zrem +zcard +zscore +zrank +zrangebyscore +zremrangebyscore +time +info +publish +subscribe +select\n");
        server = new RedisServer(folder, "--aclfile", users.toString()).start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aUserNeedsOnlyTheNamedRights() {
        try (TestRedis node =
                node("evergreen", "hunter2", Optional.empty(), server.port()).listening()) {
            assertWorks(node);
        }
    }

    @Test
    void aWrongPasswordIsNamedAndHarmsNobody() {
        try (TestRedis node = node("evergreen", "wrong", Optional.empty(), server.port())) {
            assertEquals(Optional.empty(), node.services.cache().getText("test:a"));
            String trouble = node.services.state().trouble().orElseThrow();
            assertTrue(trouble.contains("correct user and password"), trouble);
        }
    }

    @Test
    void encryptedConnectionsTrustTheGivenCertificateOnly() throws Exception {
        try (TlsFront front = new TlsFront(folder, server.port())) {
            try (TestRedis node = node("evergreen", "hunter2", Optional.of(front.certificate()), front.port())
                    .listening()) {
                assertWorks(node);
                assertTrue(node.services.state().place().endsWith("(TLS)"));
            }
            Path other = TlsFront.makeCertificate(folder.resolve("other"), "127.0.0.1");
            try (TestRedis node = node("evergreen", "hunter2", Optional.of(other), front.port())) {
                assertEquals(Optional.empty(), node.services.cache().getText("test:a"));
                assertTrue(node.services.state().trouble().isPresent());
            }
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        try (TlsFront front = new TlsFront(folder, server.port(), "10.1.2.3");
                TestRedis node = node("evergreen", "hunter2", Optional.of(front.certificate()), front.port())) {
            assertEquals(Optional.empty(), node.services.cache().getText("test:a"));
            assertTrue(node.services.state().trouble().isPresent());
        }
    }

    private static void assertWorks(TestRedis node) {
        node.services.cache().putText("test:a", "1", HOUR, Set.of("t"));
        assertEquals(Optional.of("1"), node.services.cache().getText("test:a"));
        node.services.cache().invalidateTag("t");
        assertEquals(Optional.empty(), node.services.cache().getText("test:a"));
        RateRequest request = new RateRequest("k", 1, RateLimit.of(1, HOUR), Duration.ZERO);
        assertTrue(node.services.limiter().acquire(request).granted());
        for (String holder : List.of("a", "b", "c")) {
            node.services.concurrency().enter(new ConcurrencyRequest("places", holder, 1, HOUR, HOUR));
        }
        node.services.concurrency().leave("places", "a");
        assertEquals(Optional.empty(), node.services.state().trouble());
    }

    private static TestRedis node(String user, String password, Optional<Path> certificate, int port) {
        boolean tls = certificate.isPresent();
        return new TestRedis(
                new RedisSettings("127.0.0.1", port, 0, user, password, tls, certificate, "mine", 4, 5000));
    }
}
