package dev.evergreen.cache.redis.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Takes encrypted connections and hands them on to a server that knows no encryption. */
final class TlsFront implements AutoCloseable {
    private static final String PASSWORD = "changeit";

    private final Path certificate;
    private final ServerSocket socket;
    private final int target;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    TlsFront(Path folder, int target) throws Exception {
        this(folder, target, "127.0.0.1");
    }

    /** @param address that the certificate names */
    TlsFront(Path folder, int target, String address) throws Exception {
        this.target = target;
        Path own = folder.resolve("front");
        this.certificate = makeCertificate(own, address);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(own.resolve("keys.p12"))) {
            keys.load(content, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        this.socket = context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run("tls-front", this::accept);
    }

    /** Makes a key and returns the PEM file of its certificate. */
    static Path makeCertificate(Path folder, String address) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path keys = folder.resolve("keys.p12");
        Path pem = folder.resolve("certificate.pem");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> store = List.of("-keystore", keys.toString(), "-storepass", PASSWORD, "-alias", "server");
        keytool(
                keytool,
                store,
                List.of(
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=ip:" + address,
                        "-storetype",
                        "PKCS12"));
        keytool(keytool, store, List.of("-exportcert", "-rfc", "-file", pem.toString()));
        return pem;
    }

    private static void keytool(String program, List<String> store, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(program));
        command.addAll(arguments);
        command.addAll(store);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("keytool failed: " + command);
        }
    }

    Path certificate() {
        return certificate;
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket one : open) {
            one.close();
        }
    }

    private void accept() throws IOException {
        while (!socket.isClosed()) {
            Socket outside = socket.accept();
            Socket inside = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(outside);
            open.add(inside);
            run("tls-in", () -> copy(outside, inside));
            run("tls-out", () -> copy(inside, outside));
        }
    }

    private static void copy(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream input = from.getInputStream();
            byte[] bytes = new byte[8192];
            for (int read = input.read(bytes); read >= 0; read = input.read(bytes)) {
                to.getOutputStream().write(bytes, 0, read);
                to.getOutputStream().flush();
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // The connection has ended, which is how this thread ends.
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
