package dev.evergreen.blobs.s3.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands before a store and misbehaves on order, connection by connection. Each connection carries one request. */
final class FaultyFront implements AutoCloseable {
    /** What happens to a connection. */
    enum Fault {
        /** Everything goes through. */
        NONE,
        /** Closed before anything was answered. */
        REFUSE,
        /** Answered with 503 SlowDown. */
        SLOW_DOWN,
        /** Nothing is ever answered. */
        HANG,
        /** The request breaks off in the middle of its body. */
        CUT_REQUEST,
        /** The answer breaks off in the middle of its body. */
        CUT_ANSWER
    }

    private static final int CUT_AFTER_BYTES = 600_000;

    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)");

    private final ServerSocket socket;
    private final int target;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Queue<Fault> next = new ConcurrentLinkedQueue<>();
    private volatile Fault always = Fault.NONE;
    private volatile String only = "";

    FaultyFront(int target) throws IOException {
        this.target = target;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** From now on, for requests whose head contains a text. */
    void always(Fault fault, String head) {
        only = head;
        always = fault;
        next.clear();
    }

    /** For the next requests whose head contains a text, one each; the others go through. */
    void next(String head, Fault... faults) {
        only = head;
        always = Fault.NONE;
        next.clear();
        next.addAll(List.of(faults));
    }

    /** The heads of all requests. */
    List<String> requests() {
        return requests;
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
            open.add(outside);
            run(() -> serve(outside));
        }
    }

    private void serve(Socket outside) throws IOException {
        try (outside) {
            String head = head(outside.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            requests.add(head);
            Fault fault = Fault.NONE;
            if (head.contains(only)) {
                Fault ordered = next.poll();
                fault = ordered == null ? always : ordered;
            }
            switch (fault) {
                case REFUSE -> outside.setSoLinger(true, 0);
                case SLOW_DOWN -> {
                    takeBody(head, outside);
                    outside.getOutputStream().write(slowDown());
                }
                case HANG -> outside.getInputStream().transferTo(OutputStream.nullOutputStream());
                case CUT_REQUEST -> forward(outside, head, CUT_AFTER_BYTES, Long.MAX_VALUE);
                case CUT_ANSWER -> forward(outside, head, Long.MAX_VALUE, CUT_AFTER_BYTES);
                default -> forward(outside, head, Long.MAX_VALUE, Long.MAX_VALUE);
            }
        }
    }

    /** A client that is still sending would see a broken connection instead of the answer. */
    private static void takeBody(String head, Socket outside) throws IOException {
        if (head.contains("100-continue")) {
            outside.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        Matcher length = CONTENT_LENGTH.matcher(head);
        if (length.find()) {
            outside.getInputStream().skipNBytes(Long.parseLong(length.group(1)));
        }
    }

    private static byte[] slowDown() {
        String body = "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>";
        return ("HTTP/1.1 503 Slow Down\r\nConnection: close\r\nContent-Type: application/xml\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** One request a connection, so that each can be judged by its head. */
    private void forward(Socket outside, String head, long mostRequest, long mostAnswer) throws IOException {
        try (Socket inside = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(inside);
            String once = head.replaceFirst("(?i)\r\nConnection: [^\r]*", "")
                    .replaceFirst("\r\n", "\r\nConnection: close\r\n");
            inside.getOutputStream().write(once.getBytes(StandardCharsets.ISO_8859_1));
            run(() -> {
                copy(outside.getInputStream(), inside.getOutputStream(), mostRequest);
                if (mostRequest != Long.MAX_VALUE) {
                    inside.close();
                    outside.close();
                }
            });
            copy(inside.getInputStream(), outside.getOutputStream(), mostAnswer);
        }
    }

    private static void copy(InputStream from, OutputStream to, long most) throws IOException {
        byte[] bytes = new byte[16_384];
        long left = most;
        while (left > 0) {
            int read = from.read(bytes, 0, (int) Math.min(bytes.length, left));
            if (read < 0) {
                return;
            }
            to.write(bytes, 0, read);
            to.flush();
            left -= read;
        }
    }

    /** The request's line and fields with the empty line; empty when the connection ended before. */
    private static String head(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = input.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // The connection has ended, which is how this thread ends.
                        Thread.currentThread().interrupt();
                    }
                },
                "faulty-front");
        thread.setDaemon(true);
        thread.start();
    }
}
