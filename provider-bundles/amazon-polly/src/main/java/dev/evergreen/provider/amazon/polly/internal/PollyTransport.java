package dev.evergreen.provider.amazon.polly.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.spi.provider.ProviderException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * The AWS SDK's way to the vendor for one call: it writes and signs requests, and our client sends them, so that deadlines, cancellation,
 * limits and errors are those of every vendor. The first failure is kept as it was, since the SDK wraps it.
 */
final class PollyTransport implements SdkHttpClient {
    /** What the client sets itself; none of it is signed but the host, which is the same. */
    private static final Set<String> OURS = Set.of("host", "content-length", "user-agent", "connection", "expect");

    private final Sender sender;
    private @Nullable ProviderException failure;
    private @Nullable Answer answer;

    /** Sends a request and waits for its successful answer. */
    @FunctionalInterface
    interface Sender {
        Answer send(VendorRequest request) throws ProviderException;
    }

    PollyTransport(Sender sender) {
        this.sender = sender;
    }

    /** What went wrong on the way. */
    Optional<ProviderException> failure() {
        return Optional.ofNullable(failure);
    }

    Optional<Answer> answer() {
        return Optional.ofNullable(answer);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new Exchange(request);
    }

    @Override
    public String clientName() {
        return "Evergreen";
    }

    @Override
    public void close() {
        // The account's client lives longer than a call.
        answer = null;
    }

    private final class Exchange implements ExecutableHttpRequest {
        private final HttpExecuteRequest request;

        Exchange(HttpExecuteRequest request) {
            this.request = request;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            try {
                Answer received = sender.send(translated(request));
                answer = received;
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder()
                                .statusCode(received.status())
                                .headers(received.headers().map())
                                .build())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(received.body())))
                        .build();
            } catch (ProviderException e) {
                failure = e;
                throw new IOException("Polly did not answer", e);
            }
        }

        @Override
        public void abort() {
            throw new IllegalStateException("A request ends with its call");
        }
    }

    private static VendorRequest translated(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest http = request.httpRequest();
        VendorRequest translated =
                VendorRequest.of(http.method().name(), http.getUri().toString());
        String mediaType = "application/json";
        for (Map.Entry<String, List<String>> header : http.headers().entrySet()) {
            String value = String.join(",", header.getValue());
            if (header.getKey().equalsIgnoreCase("content-type")) {
                mediaType = value;
            } else if (!OURS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                translated = translated.header(header.getKey(), value);
            }
        }
        Optional<ContentStreamProvider> content = request.contentStreamProvider();
        if (content.isEmpty()) {
            return translated;
        }
        try (InputStream body = content.get().newStream()) {
            return translated.text(mediaType, new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
