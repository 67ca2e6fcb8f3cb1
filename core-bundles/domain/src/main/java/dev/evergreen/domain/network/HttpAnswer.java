package dev.evergreen.domain.network;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The answer to one request on a connection that is closed after it (RFC 9112). */
public final class HttpAnswer {
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_HEADERS = 200;

    private final int status;
    private final Map<String, List<String>> headers;
    private final InputStream rest;

    private HttpAnswer(int status, Map<String, List<String>> headers, InputStream rest) {
        this.status = status;
        this.headers = headers;
        this.rest = rest;
    }

    static HttpAnswer read(InputStream connection) throws IOException {
        InputStream in = new BufferedInputStream(connection);
        String[] first = line(in).split(" ", 3);
        if (first.length < 2 || !first[0].startsWith("HTTP/1.") || !first[1].matches("[1-5][0-9][0-9]")) {
            throw new ProtocolException("the answer is not HTTP/1.1");
        }
        Map<String, List<String>> headers = new HashMap<>();
        for (int count = 0; ; count++) {
            String line = line(in);
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(':');
            if (colon <= 0 || count >= MOST_HEADERS) {
                throw new ProtocolException("the answer's headers are broken");
            }
            headers.computeIfAbsent(
                            line.substring(0, colon).strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return new HttpAnswer(Integer.parseInt(first[1]), headers, in);
    }

    public int status() {
        return status;
    }

    public boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** @param name in lower case */
    public List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** As announced; -1 when it is not. */
    public long length() throws ProtocolException {
        List<String> announced = header("content-length");
        if (announced.isEmpty() || isChunked()) {
            return -1;
        }
        if (announced.size() > 1 || !announced.get(0).matches("[0-9]{1,18}")) {
            throw new ProtocolException("the answer's Content-Length is broken");
        }
        return Long.parseLong(announced.get(0));
    }

    /** The content; it ends early with an error when the connection does. */
    public InputStream body() throws IOException {
        if (isChunked()) {
            return new Chunked(rest);
        }
        long length = length();
        return length < 0 ? rest : new Exactly(rest, length);
    }

    private boolean isChunked() {
        return header("transfer-encoding").stream().anyMatch(coding -> coding.equalsIgnoreCase("chunked"));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended early");
            }
            if (line.size() >= LONGEST_LINE) {
                throw new ProtocolException("the answer has an endless line");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static final class Exactly extends FilterInputStream {
        private long left;

        Exactly(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = super.read(target, offset, (int) Math.min(left, length));
            if (read < 0) {
                throw new EOFException("the connection ended " + left + " bytes early");
            }
            left -= read;
            return read;
        }
    }

    private static final class Chunked extends FilterInputStream {
        private long left;
        private boolean begun;
        private boolean ended;

        Chunked(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0 && !ended) {
                next();
            }
            if (ended) {
                return -1;
            }
            int read = super.read(target, offset, (int) Math.min(left, length));
            if (read < 0) {
                throw new EOFException("the connection ended within a chunk");
            }
            left -= read;
            return read;
        }

        private void next() throws IOException {
            if (begun && !line(in).isEmpty()) {
                throw new ProtocolException("a chunk is longer than announced");
            }
            begun = true;
            String size = line(in).split(";", 2)[0].strip();
            if (!size.matches("[0-9a-fA-F]{1,15}")) {
                throw new ProtocolException("a chunk has no size");
            }
            left = Long.parseLong(size, 16);
            ended = left == 0;
        }
    }
}
