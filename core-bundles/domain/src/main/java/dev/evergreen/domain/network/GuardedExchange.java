package dev.evergreen.domain.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP/1.1 request to an address that somebody else named. The host is resolved once, all its addresses must be allowed, and the
 * connection goes to the very address that was checked, so that a name cannot change its mind in between. Redirects are answers like
 * any other: whoever follows one makes another exchange of it. Used by one thread; {@link #close} may be called by any.
 */
public final class GuardedExchange implements AutoCloseable {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Socket plain = new Socket();
    private final URI address;
    private final boolean secure;
    private final InetAddress place;
    private final SSLSocketFactory tls;

    /**
     * How long it may take.
     *
     * @param connect until the connection stands
     * @param silence between two signs of life
     * @param whole from the first byte that is sent to the last that is read
     */
    public record Limits(Duration connect, Duration silence, Duration whole) {}

    private GuardedExchange(URI address, boolean secure, InetAddress place, SSLSocketFactory tls) {
        this.address = address;
        this.secure = secure;
        this.place = place;
        this.tls = tls;
    }

    /**
     * Resolves and checks the address; nothing is sent yet.
     *
     * @param allowed what may be reached, usually {@link AddressGuard#isPublic}
     * @throws AddressRefusedException when the address is not asked
     * @throws UnknownHostException when its host has no address now
     */
    public static GuardedExchange to(URI address, Predicate<InetAddress> allowed)
            throws AddressRefusedException, UnknownHostException {
        return to(address, allowed, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** @param tls whose certificates are trusted */
    public static GuardedExchange to(URI address, Predicate<InetAddress> allowed, SSLSocketFactory tls)
            throws AddressRefusedException, UnknownHostException {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        if (!secure && !"http".equalsIgnoreCase(address.getScheme())) {
            throw new AddressRefusedException("has a scheme that is not fetched; only http and https are");
        }
        if (address.getHost() == null || address.getUserInfo() != null) {
            throw new AddressRefusedException("has no plain host");
        }
        return new GuardedExchange(
                URI.create(address.toASCIIString()), secure, resolve(address.getHost(), allowed), tls);
    }

    private static InetAddress resolve(String host, Predicate<InetAddress> allowed)
            throws AddressRefusedException, UnknownHostException {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        InetAddress[] all = InetAddress.getAllByName(bare);
        for (InetAddress one : all) {
            if (!allowed.test(one)) {
                throw new AddressRefusedException("leads into a private network (" + one.getHostAddress() + ")");
            }
        }
        return all[0];
    }

    /**
     * Sends the request and reads the head of the answer; its body is read from the open connection. May be called once.
     *
     * @param headers besides Host, Content-Length and Connection
     * @param body empty for none
     * @throws SocketTimeoutException when one of the limits is passed
     */
    public HttpAnswer send(String method, Map<String, String> headers, byte[] body, Limits limits) throws IOException {
        int port = address.getPort() >= 0 ? address.getPort() : secure ? HTTPS : HTTP;
        Deadline deadline = new Deadline(limits);
        plain.connect(new InetSocketAddress(place, port), deadline.millis(limits.connect()));
        Socket socket = secure ? secured(port, deadline.millis(limits.silence())) : plain;
        OutputStream out = socket.getOutputStream();
        out.write(head(method, headers, body.length).getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        return HttpAnswer.read(new Watched(socket, deadline));
    }

    private Socket secured(int port, int silenceMillis) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, address.getHost(), port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(silenceMillis);
        socket.startHandshake();
        return socket;
    }

    private String head(String method, Map<String, String> headers, int length) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        int usual = secure ? HTTPS : HTTP;
        String port = address.getPort() < 0 || address.getPort() == usual ? "" : ":" + address.getPort();
        StringBuilder head = new StringBuilder()
                .append(method)
                .append(' ')
                .append(path)
                .append(query)
                .append(" HTTP/1.1\r\nHost: ")
                .append(address.getHost())
                .append(port)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (length > 0) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        return head.append("Connection: close\r\n\r\n").toString();
    }

    /** Breaks the exchange off, also while another thread waits in it. */
    @Override
    public void close() throws IOException {
        plain.close();
    }

    /** When the whole exchange is over. */
    private static final class Deadline {
        private final Duration silence;
        private final long until;

        Deadline(Limits limits) {
            silence = limits.silence();
            until = System.nanoTime() + limits.whole().toNanos();
        }

        int millis(Duration most) throws SocketTimeoutException {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new SocketTimeoutException("it took too long");
            }
            return (int) Math.max(1, Math.min(most.toMillis(), left));
        }
    }

    /** Reads no longer than the limits allow, however slowly bytes drip in. */
    private static final class Watched extends InputStream {
        private final Socket socket;
        private final InputStream in;
        private final Deadline deadline;

        Watched(Socket socket, Deadline deadline) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            socket.setSoTimeout(deadline.millis(deadline.silence));
            return in.read(target, offset, length);
        }
    }
}
