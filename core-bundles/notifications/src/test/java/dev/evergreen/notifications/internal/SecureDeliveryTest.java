package dev.evergreen.notifications.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.notification.Channel;
import dev.evergreen.domain.notification.NotificationAddress;
import dev.evergreen.domain.notification.NotificationAddressRepository;
import dev.evergreen.domain.plugin.SecretStore;
import dev.evergreen.jobs.JobFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may hear what leaves the node: certificates, and addresses that may not be reached. */
@Timeout(60)
class SecureDeliveryTest {
    private static final String TARGET = "ada@example.org";

    @TempDir
    private static Path folder;

    private static GreenMail mails;
    /** Of this machine. */
    private static Certificates right;
    /** Of somebody else, whom the client trusts all the same. */
    private static Certificates misnamed;

    @BeforeAll
    static void open() throws Exception {
        mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        right = Certificates.named(folder, "ip:127.0.0.1,dns:localhost");
        misnamed = Certificates.named(folder, "dns:mail.example.org");
    }

    @AfterAll
    static void close() {
        mails.stop();
    }

    @BeforeEach
    void forget() throws Exception {
        mails.purgeEmailFromAllMailboxes();
    }

    @ParameterizedTest
    @EnumSource(
            value = Outlets.Security.class,
            names = {"TLS", "STARTTLS"})
    void mailGoesToAServerWhoseCertificateNamesIt(Outlets.Security security) throws Exception {
        try (EncryptedMail server = encrypted(right, security)) {
            send(server, security, right.trusting());
            assertTrue(mails.waitForIncomingEmail(20_000, 1));
            assertEquals("A secret", mails.getReceivedMessages()[0].getSubject());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Outlets.Security.class,
            names = {"TLS", "STARTTLS"})
    void mailNeverGoesToAServerWithAnotherNameOrOfNobodyKnown(Outlets.Security security) throws Exception {
        try (EncryptedMail server = encrypted(misnamed, security)) {
            assertHandshakeFails(() -> send(server, security, misnamed.trusting()));
        }
        try (EncryptedMail server = encrypted(right, security)) {
            assertHandshakeFails(() -> send(server, security, Office.DEFAULT_TLS));
        }
        assertEquals(0, mails.getReceivedMessages().length);
    }

    @Test
    void webhooksGoToAServerWhoseCertificateNamesItOnly() throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        for (Certificates certificates : List.of(right, misnamed)) {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificates.server()));
            server.createContext("/", exchange -> {
                bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
            try {
                String url = "https://localhost:" + server.getAddress().getPort() + "/films";
                if (certificates == right) {
                    post(url, List.of("127.0.0.0/8", "::1/128"), right.trusting());
                } else {
                    assertThrows(
                            SSLException.class,
                            () -> post(url, List.of("127.0.0.0/8", "::1/128"), misnamed.trusting()));
                }
            } finally {
                server.stop(0);
            }
        }
        assertEquals(1, bodies.size());
        assertTrue(bodies.get(0).contains("A secret"), bodies.get(0));
    }

    @Test
    void aNameThatLeadsIntoAPrivateNetworkIsNeverConnectedTo() throws Exception {
        try (ServerSocket inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            inside.setSoTimeout(1);
            String url = "https://localhost:" + inside.getLocalPort() + "/";
            JobFailedException refused =
                    assertThrows(JobFailedException.class, () -> post(url, List.of("10.0.0.0/8"), Office.DEFAULT_TLS));
            assertTrue(refused.retryAfter().isEmpty(), "asking again would not help");
            assertTrue(String.valueOf(refused.getMessage()).contains("private network"), refused.getMessage());
            assertTrue(String.valueOf(refused.getMessage()).contains("webhook.networks"), refused.getMessage());
            assertThrows(java.net.SocketTimeoutException.class, inside::accept, "nobody has knocked");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9/",
                "https://10.0.0.1/",
                "https://[::1]/",
                "https://169.254.169.254/",
                "https://localhost/"
            })
    void numbersOfPrivateNetworksAreRefusedWhenTheyAreGiven(String target) {
        Outlets outlets = outlets(
                List.of("127.0.0.1", "10.0.0.1", "[::1]", "169.254.169.254", "localhost"),
                List.of(),
                mail(1, Outlets.Security.NONE));
        ProblemException refused = assertThrows(ProblemException.class, () -> outlets.require(Channel.WEBHOOK, target));
        assertTrue(String.valueOf(refused.getMessage()).contains("webhook.networks"), refused.getMessage());
    }

    private static EncryptedMail encrypted(Certificates certificates, Outlets.Security security)
            throws GeneralSecurityException, IOException {
        return new EncryptedMail(
                certificates.server(), security, mails.getSmtp().getPort());
    }

    private interface Attempt {
        void run() throws Exception;
    }

    private static void assertHandshakeFails(Attempt attempt) {
        Throwable cause = assertThrows(Exception.class, attempt::run);
        while (cause != null && !(cause instanceof SSLException)) {
            cause = cause.getCause();
        }
        assertTrue(cause instanceof SSLException, "no certificate was refused");
    }

    private static void send(EncryptedMail server, Outlets.Security security, SSLSocketFactory trusted)
            throws Exception {
        NotificationAddress address = address(Channel.EMAIL, TARGET);
        Outlets outlets = outlets(List.of(), List.of(), mail(server.port(), security));
        new MailHandler(new OneAddress(address), outlets, trusted).handle(ClaimedJob.of(message(address)));
    }

    private static void post(String url, List<String> networks, SSLSocketFactory trusted) throws Exception {
        NotificationAddress address = address(Channel.WEBHOOK, url);
        Outlets outlets = outlets(List.of("localhost"), networks, mail(1, Outlets.Security.NONE));
        Clock clock = Clock.fixed(Office.NOW, ZoneOffset.UTC);
        Message message = message(address);
        // As if the name had led elsewhere when the address was added.
        new WebhookHandler(new OneAddress(address), new OneSecret(), outlets, clock, trusted)
                .post(message, address, ClaimedJob.of(message));
    }

    private static Outlets outlets(List<String> hosts, List<String> networks, Outlets.Mail mail) {
        return new Outlets(mail, hosts, networks, Duration.ofSeconds(10));
    }

    private static Outlets.Mail mail(int port, Outlets.Security security) {
        return new Outlets.Mail("127.0.0.1", port, security, "", "", "evergreen@example.org");
    }

    private static NotificationAddress address(Channel channel, String target) {
        return new NotificationAddress(UUID.randomUUID(), UUID.randomUUID(), channel, target, "secret:1", Office.NOW);
    }

    private static Message message(NotificationAddress address) {
        return new Message(UUID.randomUUID(), address.id(), "test", "A secret", Office.NOW, Map.of());
    }

    private record OneAddress(NotificationAddress address) implements NotificationAddressRepository {
        @Override
        public void add(NotificationAddress added) {
            throw new AssertionError("messages add no address");
        }

        @Override
        public Optional<NotificationAddress> find(UUID id) {
            return Optional.of(address);
        }

        @Override
        public List<NotificationAddress> list(UUID personId) {
            return List.of(address);
        }

        @Override
        public void remove(UUID id) {
            throw new AssertionError("messages remove no address");
        }
    }

    private record OneSecret() implements SecretStore {
        @Override
        public String put(String secret) {
            throw new AssertionError("messages keep no secret");
        }

        @Override
        public String resolve(String reference) {
            return "whsec_c2VjcmV0";
        }

        @Override
        public void remove(String reference) {
            throw new AssertionError("messages remove no secret");
        }
    }
}
