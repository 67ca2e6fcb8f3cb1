package dev.evergreen.notifications.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Gives a plain mail server encryption, which GreenMail has no STARTTLS for: it upgrades (RFC 3207) and passes everything on. */
final class EncryptedMail implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SSLContext context;
    private final Outlets.Security security;
    private final int plainPort;

    EncryptedMail(SSLContext context, Outlets.Security security, int plainPort) throws IOException {
        this.context = context;
        this.security = security;
        this.plainPort = plainPort;
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket mail = new Socket(InetAddress.getLoopbackAddress(), plainPort)) {
            if (security == Outlets.Security.STARTTLS) {
                greet(client);
                // The client has been greeted already.
                line(mail.getInputStream());
            }
            SSLSocket secure =
                    (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), false);
            secure.setUseClientMode(false);
            secure.startHandshake();
            threads.execute(() -> pass(mail, secure));
            pass(secure, mail);
        } catch (IOException e) {
            // The client did not like the certificate: that is what tests look at, from the other side.
            refused = e;
        }
    }

    private volatile Exception refused = new IOException("nobody refused");

    /** Why the latest connection broke. */
    Exception refused() {
        return refused;
    }

    private static void greet(Socket client) throws IOException {
        say(client, "220 mail.test ready");
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        in.readLine();
        say(client, "250-mail.test");
        say(client, "250 STARTTLS");
        String asked = in.readLine();
        if (!"STARTTLS".equals(asked)) {
            throw new IOException("asked for " + asked + " before STARTTLS");
        }
        say(client, "220 go ahead");
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    private static void line(InputStream in) throws IOException {
        int next = in.read();
        while (next >= 0 && next != '\n') {
            next = in.read();
        }
    }

    private void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            refused = e;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
