package dev.evergreen.kit.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A server that sends exactly the bytes it is given, so that it can misbehave in every way; one answer a connection. */
final class LocalVendor implements AutoCloseable {
    private final ServerSocket server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);

    /** @param hold whether the connection stays open after the answer, as if more were to come */
    LocalVendor(String answer, boolean hold) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(answer.getBytes(StandardCharsets.UTF_8), hold), "local-vendor");
        thread.setDaemon(true);
        thread.start();
    }

    /** An answer with the right length. */
    static String answer(int status, String headers, String body) {
        return "HTTP/1.1 " + status + " X\r\nConnection: close\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n" + headers + "\r\n" + body;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
    }

    /** Whole requests, as far as they had arrived. */
    List<String> requests() {
        return requests;
    }

    void awaitRequest() throws InterruptedException {
        asked.await();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void serve(byte[] answer, boolean hold) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                requests.add(read(socket.getInputStream()));
                asked.countDown();
                OutputStream out = socket.getOutputStream();
                out.write(answer);
                out.flush();
                if (!hold) {
                    socket.close();
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) in.read());
        }
        int length = text.toString()
                .toLowerCase(java.util.Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        return text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
