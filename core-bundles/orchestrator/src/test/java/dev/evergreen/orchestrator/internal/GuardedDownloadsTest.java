package dev.evergreen.orchestrator.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Checkpoint;
import dev.evergreen.spi.provider.Downloads;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GuardedDownloadsTest {
    private static final Predicate<InetAddress> THIS_SERVER =
            address -> address.getHostAddress().equals("127.0.0.1");

    @TempDir
    Path folder;

    private HttpServer server;
    private byte[] picture;

    @BeforeEach
    void serve() throws IOException {
        picture = new byte[100_000];
        new Random(7).nextBytes(picture);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/picture.png", exchange -> {
            exchange.sendResponseHeaders(200, picture.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(picture);
            }
        });
        server.createContext("/chunked", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(picture);
            }
        });
        redirect("/moved", "/picture.png");
        redirect("/loop", "/loop");
        redirect("/inward", "http://127.0.0.2:" + server.getAddress().getPort() + "/picture.png");
        redirect("/metadata", "http://169.254.169.254/latest/meta-data");
        redirect("/file", "file:///etc/passwd");
        server.createContext("/busy", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void fetchesWhatIsThereAlsoInChunksAndByRedirect() throws Exception {
        for (String path : new String[] {"/picture.png", "/chunked", "/moved"}) {
            assertArrayEquals(picture, Files.readAllBytes(fetch(path)), path);
        }
        assertTrue(fetch("/picture.png").toString().endsWith(".png"));
    }

    @Test
    void thisMachineIsNoVendor() {
        Downloads downloads = new GuardedDownloads(new Context(Duration.ofSeconds(10)), Clock.systemUTC());
        for (String host :
                new String[] {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433"}) {
            URI address =
                    URI.create("http://" + host + ":" + server.getAddress().getPort() + "/picture.png");
            ProviderException refused =
                    assertThrows(ProviderException.class, () -> downloads.fetch(address, 1_000_000), host);
            assertEquals(Kind.BAD_RESPONSE, refused.kind());
        }
    }

    @Test
    void everyRedirectIsCheckedAgain() {
        assertTrue(refused("/inward").contains("private network (127.0.0.2)"));
        assertTrue(refused("/metadata").contains("private network (169.254.169.254)"));
        assertTrue(refused("/file").contains("scheme"));
        assertTrue(refused("/loop").contains("redirected more than 5 times"));
    }

    @Test
    void tooManyBytesAreNotKept() throws IOException {
        assertTrue(refused("/picture.png", 99_999).contains("has 100000 bytes"));
        assertTrue(refused("/chunked", 99_999).contains("more than the 99999 bytes"));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count(), "nothing half-done is left");
        }
    }

    @Test
    void aBusyVendorIsNotABrokenAddress() {
        ProviderException busy = assertThrows(ProviderException.class, () -> fetch("/busy"));
        assertEquals(Kind.UNAVAILABLE, busy.kind());
    }

    @Test
    void anAnswerThatIsCutOffIsAnError() throws Exception {
        try (ServerSocket cutter = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread thread = new Thread(() -> cut(cutter));
            thread.start();
            URI address = URI.create("http://127.0.0.1:" + cutter.getLocalPort() + "/x.bin");
            ProviderException cut = assertThrows(
                    ProviderException.class,
                    () -> downloads(Duration.ofSeconds(10)).fetch(address, 1_000));
            assertTrue(cut.getMessage().contains("97 bytes early"), cut.getMessage());
            thread.join();
        }
    }

    @Test
    void aServerThatNeverAnswersEndsAtTheDeadline() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            ProviderException late = assertThrows(
                    ProviderException.class,
                    () -> downloads(Duration.ofMillis(300)).fetch(address, 1_000));
            assertEquals(Kind.TIMEOUT, late.kind());
        }
    }

    private static void cut(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read(new byte[1_000]);
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void redirect(String from, String to) {
        server.createContext(from, exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
    }

    private Path fetch(String path) throws ProviderException {
        return fetch(path, 1_000_000);
    }

    private Path fetch(String path, long most) throws ProviderException {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return downloads(Duration.ofSeconds(10)).fetch(address, most);
    }

    private String refused(String path) {
        return refused(path, 1_000_000);
    }

    private String refused(String path, long most) {
        ProviderException refused = assertThrows(ProviderException.class, () -> fetch(path, most), path);
        assertEquals(Kind.BAD_RESPONSE, refused.kind());
        return refused.getMessage();
    }

    private Downloads downloads(Duration time) {
        return new GuardedDownloads(
                new Context(time), Clock.systemUTC(), THIS_SERVER, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** A call that nobody cancels. */
    private final class Context implements CallContext {
        private final Instant deadline;
        private int files;

        Context(Duration time) {
            deadline = Instant.now().plus(time);
        }

        @Override
        public String id() {
            return "download";
        }

        @Override
        public Instant deadline() {
            return deadline;
        }

        @Override
        public Workspace workspace() {
            return suffix -> folder.resolve(System.nanoTime() + "-" + files++ + suffix);
        }

        @Override
        public Downloads downloads() {
            throw new AssertionError("a download fetches nothing itself");
        }

        @Override
        public void throwIfCancelled() {
            assertTrue(files >= 0);
        }

        @Override
        public AutoCloseable onCancel(Runnable action) {
            return () -> {};
        }

        @Override
        public void progress(double fraction) {
            throw new AssertionError("a download reports nothing");
        }

        @Override
        public void checkpoint(Checkpoint checkpoint) {
            throw new AssertionError("a download is no task");
        }

        @Override
        public void warn(String message) {
            throw new AssertionError(message);
        }

        @Override
        public void partial(String text) {
            throw new AssertionError("a download is no text");
        }
    }
}
