package dev.evergreen.provider.simulated.internal;

import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Speaks with the vendor and puts its failures under the kinds that the engine acts on. */
final class VendorClient {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;
    private final String key;

    VendorClient(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    /** Registers what is to be done when the caller gives up. */
    interface Abandonment extends Function<Runnable, AutoCloseable> {}

    HttpResponse<byte[]> order(String offer, String order, String body, Duration timeout, Abandonment abandonment)
            throws ProviderException {
        return send(
                request("/v1/pictures/" + offer, timeout)
                        .header("Idempotency-Key", order)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                abandonment);
    }

    HttpResponse<byte[]> get(String path, Duration timeout, Abandonment abandonment) throws ProviderException {
        return send(request(path, timeout).GET().build(), abandonment);
    }

    HttpResponse<byte[]> delete(String path, Duration timeout, Abandonment abandonment) throws ProviderException {
        return send(request(path, timeout).DELETE().build(), abandonment);
    }

    /** An answer's lines of {@code name=value}. */
    static Map<String, String> values(HttpResponse<byte[]> answer) {
        Map<String, String> values = new HashMap<>();
        for (String line : new String(answer.body(), StandardCharsets.UTF_8).split("\n", -1)) {
            int mark = line.indexOf('=');
            if (mark > 0) {
                values.put(line.substring(0, mark), line.substring(mark + 1));
            }
        }
        return values;
    }

    /** @throws ProviderException unless the vendor did as it was asked */
    static void requireSuccess(HttpResponse<byte[]> answer) throws ProviderException {
        int status = answer.statusCode();
        if (status < 300) {
            return;
        }
        String code = values(answer).getOrDefault("code", "no code");
        String said = "The simulated vendor answered " + status + " (" + code + ")";
        Optional<Duration> retryAfter =
                answer.headers().firstValue("Retry-After").map(Long::parseLong).map(Duration::ofSeconds);
        Kind kind = switch (status) {
            case 400 -> code.equals("content_refused") ? Kind.CONTENT_REJECTED : Kind.INVALID_REQUEST;
            case 401 -> Kind.AUTHENTICATION;
            case 402 -> Kind.QUOTA_EXHAUSTED;
            case 429 -> Kind.RATE_LIMITED;
            case 503 -> Kind.OVERLOADED;
            default -> status >= 500 ? Kind.UNAVAILABLE : Kind.BAD_RESPONSE;
        };
        throw new ProviderException(kind, said, null, retryAfter, Optional.empty());
    }

    private HttpRequest.Builder request(String path, Duration timeout) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(timeout).header("Authorization", "Bearer " + key);
    }

    private HttpResponse<byte[]> send(HttpRequest request, Abandonment abandonment) throws ProviderException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        AutoCloseable abandoned = abandonment.apply(() -> answer.cancel(true));
        try {
            return answer.get();
        } catch (CancellationException e) {
            throw new ProviderException(Kind.CANCELLED, "The call was given up while the vendor worked", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProviderException(Kind.CANCELLED, "The call was interrupted while the vendor worked", e);
        } catch (ExecutionException e) {
            throw failure(request, e.getCause() == null ? e : e.getCause());
        } finally {
            withdraw(abandoned);
        }
    }

    private static ProviderException failure(HttpRequest request, Throwable cause) {
        String what = request.method() + " " + request.uri().getPath();
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return new ProviderException(Kind.UNAVAILABLE, "The simulated vendor is not there: " + what, cause);
        }
        if (cause instanceof HttpTimeoutException) {
            return new ProviderException(Kind.TIMEOUT, "The simulated vendor did not answer in time: " + what, cause);
        }
        if (cause instanceof IOException) {
            return new ProviderException(
                    Kind.BAD_RESPONSE, "The simulated vendor broke off: " + what + ": " + cause.getMessage(), cause);
        }
        return new ProviderException(
                Kind.BAD_RESPONSE, String.format(Locale.ROOT, "%s failed: %s", what, cause), cause);
    }

    private static void withdraw(AutoCloseable abandoned) {
        try {
            abandoned.close();
        } catch (Exception e) {
            throw new IllegalStateException("A cancellation cannot be unsubscribed", e);
        }
    }
}
