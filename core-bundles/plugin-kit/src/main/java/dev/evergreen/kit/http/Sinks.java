package dev.evergreen.kit.http;

import dev.evergreen.spi.provider.ProviderException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Where the bytes of an answer go. Each ends the answer when there are more of them than wanted. */
final class Sinks {
    private Sinks() {}

    /** Bytes as they come; nothing is kept but what it keeps itself. */
    interface Sink {
        void take(byte[] bytes, int length) throws IOException, ProviderException;

        /** All is there; what the answer's body is then. */
        byte[] end() throws IOException, ProviderException;

        /** It broke off. */
        void abandon();
    }

    static final class Memory implements Sink {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void take(byte[] more, int length) {
            bytes.write(more, 0, length);
        }

        @Override
        public byte[] end() {
            return bytes.toByteArray();
        }

        @Override
        public void abandon() {
            bytes.reset();
        }
    }

    static final class ToFile implements Sink {
        private final Path file;
        private @Nullable OutputStream out;

        ToFile(Path file) {
            this.file = file;
        }

        @Override
        public synchronized void take(byte[] bytes, int length) throws IOException {
            if (out == null) {
                out = Files.newOutputStream(file);
            }
            out.write(bytes, 0, length);
        }

        @Override
        public synchronized byte[] end() throws IOException {
            if (out != null) {
                out.close();
            }
            return new byte[0];
        }

        @Override
        public synchronized void abandon() {
            try {
                if (out != null) {
                    out.close();
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("The unfinished file " + file + " cannot be removed", e);
            }
        }
    }

    /** Lines that end with LF or CR LF, in UTF-8; the last needs no end. */
    static final class Lines implements Sink {
        private final StreamListener<String> listener;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(StreamListener<String> listener) {
            this.listener = listener;
        }

        @Override
        public void take(byte[] bytes, int length) throws ProviderException {
            int from = 0;
            for (int i = 0; i < length; i++) {
                if (bytes[i] == '\n') {
                    line.write(bytes, from, i - from);
                    tell();
                    from = i + 1;
                }
            }
            line.write(bytes, from, length - from);
        }

        @Override
        public byte[] end() throws ProviderException {
            if (line.size() > 0) {
                tell();
            }
            return new byte[0];
        }

        @Override
        public void abandon() {
            line.reset();
        }

        private void tell() throws ProviderException {
            String text = line.toString(StandardCharsets.UTF_8);
            line.reset();
            listener.heard(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        }
    }

    /** Feeds a sink from the JDK's client. */
    static final class Subscriber implements BodySubscriber<byte[]> {
        private final Sink sink;
        private final long most;
        private final String vendor;
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private Flow.Subscription subscription = new Flow.Subscription() {
            @Override
            public void request(long n) {
                throw new IllegalStateException("nothing is subscribed to yet");
            }

            @Override
            public void cancel() {
                throw new IllegalStateException("nothing is subscribed to yet");
            }
        };
        private long total;

        Subscriber(Sink sink, long most, String vendor) {
            this.sink = sink;
            this.most = most;
            this.vendor = vendor;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription granted) {
            subscription = granted;
            granted.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            if (body.isDone()) {
                return;
            }
            try {
                for (ByteBuffer buffer : buffers) {
                    byte[] bytes = new byte[buffer.remaining()];
                    buffer.get(bytes);
                    total += bytes.length;
                    if (total > most) {
                        throw new ProviderException(
                                ProviderException.Kind.BAD_RESPONSE,
                                "The answer of " + vendor + " has more than the " + most + " bytes that are read");
                    }
                    sink.take(bytes, bytes.length);
                }
            } catch (IOException | ProviderException | RuntimeException e) {
                subscription.cancel();
                fail(e);
            }
        }

        @Override
        public void onError(Throwable problem) {
            fail(problem);
        }

        @Override
        public void onComplete() {
            try {
                if (!body.isDone()) {
                    body.complete(sink.end());
                }
            } catch (IOException | ProviderException | RuntimeException e) {
                fail(e);
            }
        }

        private void fail(Throwable problem) {
            if (!body.isDone()) {
                try {
                    sink.abandon();
                } catch (RuntimeException e) {
                    problem.addSuppressed(e);
                }
                body.completeExceptionally(problem);
            }
        }
    }
}
