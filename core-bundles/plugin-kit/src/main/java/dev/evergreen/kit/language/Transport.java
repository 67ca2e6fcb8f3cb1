package dev.evergreen.kit.language;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.StreamListener;
import dev.evergreen.kit.http.VendorClient;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.ProviderException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.DefaultServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * LangChain4j's way to the vendor for one call. Streams are read on the calling thread's time: a method returns when the stream has
 * ended. The first failure is kept as it was, since the library wraps it in ways of its own.
 */
final class Transport implements HttpClient, HttpClientBuilder {
    /** The client shows whose requests are; the library knows no key. */
    private static final Set<String> OURS =
            Set.of("authorization", "x-api-key", "user-agent", "content-type", "accept");

    private final VendorClient client;
    private final CallContext call;
    private final Duration limit;
    private final StreamListener<String> inspector;
    private @Nullable ProviderException failure;
    private @Nullable Answer answer;

    /** @param inspector sees the data of each event, and throws what is wrong in them */
    Transport(VendorClient client, CallContext call, Duration limit, StreamListener<String> inspector) {
        this.client = client;
        this.call = call;
        this.limit = limit;
        this.inspector = inspector;
    }

    /** What went wrong on the way. */
    Optional<ProviderException> failure() {
        return Optional.ofNullable(failure);
    }

    Optional<Answer> answer() {
        return Optional.ofNullable(answer);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            Answer whole = client.send(translated(request), call);
            answer = whole;
            return response(whole.status(), whole.headers().map(), whole.text());
        } catch (ProviderException e) {
            failure = e;
            throw new IllegalStateException("The vendor did not answer", e);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        ServerSentEventContext context = new ServerSentEventContext(new NeverCancelled());
        try {
            VendorRequest translated = translated(request);
            listener.onOpen(response(200, Map.of(), ""));
            if (parser instanceof DefaultServerSentEventParser) {
                answer = client.events(translated, call, event -> {
                    inspector.heard(event.data());
                    listener.onEvent(new ServerSentEvent(event.name(), event.data()), context);
                });
            } else {
                // A parser of the library's own is for lines: one event each.
                answer = client.lines(translated, call, line -> {
                    if (!line.isBlank()) {
                        inspector.heard(line);
                        listener.onEvent(new ServerSentEvent(null, line), context);
                    }
                });
            }
            listener.onClose();
        } catch (ProviderException e) {
            failure = e;
            listener.onError(e);
        }
    }

    private VendorRequest translated(HttpRequest request) {
        VendorRequest translated =
                VendorRequest.of(request.method().name(), request.url()).within(limit);
        for (Map.Entry<String, java.util.List<String>> header :
                request.headers().entrySet()) {
            if (!OURS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                translated = translated.header(header.getKey(), String.join(",", header.getValue()));
            }
        }
        return request.body() == null ? translated : translated.text("application/json", request.body());
    }

    private static SuccessfulHttpResponse response(
            int status, Map<String, java.util.List<String>> headers, String body) {
        return Objects.requireNonNull(SuccessfulHttpResponse.builder()
                .statusCode(status)
                .headers(headers)
                .body(body)
                .build());
    }

    @Override
    public Duration connectTimeout() {
        return limit;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return limit;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }

    @Override
    public HttpClient build() {
        return this;
    }

    /** The call's own cancellation ends the stream. */
    private static final class NeverCancelled implements ServerSentEventParsingHandle {
        @Override
        public void cancel() {
            throw new IllegalStateException("A stream ends with its call");
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
