package dev.evergreen.provider.pixabay.internal;

import dev.evergreen.kit.http.Answer;
import dev.evergreen.kit.http.Authorization;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.VendorClient;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.CallContext;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A key's client, which keeps answers for a day, as the vendor wants it (pixabay.com/api/docs). Its probe looks for one picture: searches
 * cost nothing, but are counted. Thread-safe.
 */
final class PixabayAccount implements HealthProbe, AutoCloseable {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MOST_KEPT = 200;

    private final VendorClient client;
    private final Catalogue catalogue;
    private final Duration patience;
    private final Settings settings;
    private final Clock clock;
    private final Map<String, Kept> answers = new LinkedHashMap<>();

    private record Kept(Answer answer, Instant since) {}

    PixabayAccount(Settings settings, Secrets secrets, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.catalogue = Catalogue.of(settings);
        this.patience = Duration.ofSeconds(settings.whole("timeoutSeconds"));
        // In the query: this vendor knows no other way.
        this.client = new VendorClient(new VendorClient.Setup(
                "Pixabay",
                settings.address("baseUrl"),
                Set.of(),
                Authorization.query("key", secrets, settings.text("apiKey")),
                Map.of(),
                PixabayAccount::failure));
    }

    VendorClient client() {
        return client;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Settings settings() {
        return settings;
    }

    /** A search's answer, which may be one of the last day. */
    Answer search(String path, Map<String, String> query, CallContext call) throws ProviderException {
        String key = key(path, query);
        Optional<Answer> known = kept(key);
        if (known.isPresent()) {
            call.throwIfCancelled();
            return known.get();
        }
        VendorRequest request = VendorRequest.get(path).within(patience);
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            request = request.query(parameter.getKey(), parameter.getValue());
        }
        Answer answer = client.send(request, call);
        answer.json().at("/hits");
        synchronized (answers) {
            answers.put(key, new Kept(answer, clock.instant()));
            if (answers.size() > MOST_KEPT) {
                answers.remove(answers.keySet().iterator().next());
            }
        }
        return answer;
    }

    /** For an answer whose addresses no longer hold. */
    void forget(String path, Map<String, String> query) {
        synchronized (answers) {
            answers.remove(key(path, query));
        }
    }

    @Override
    public Health probe(Duration timeout) {
        return client.probe(VendorRequest.get("api/").query("per_page", "3"), timeout);
    }

    @Override
    public void close() {
        client.close();
    }

    private Optional<Answer> kept(String key) {
        synchronized (answers) {
            Kept kept = answers.get(key);
            return kept == null || kept.since().plus(KEPT).isBefore(clock.instant())
                    ? Optional.empty()
                    : Optional.of(kept.answer());
        }
    }

    private static String key(String path, Map<String, String> query) {
        return path + query;
    }

    /** Texts such as {@code [ERROR 400] Invalid or missing API key}; the wait is in a header of the vendor's own, in seconds. */
    private static Failure failure(Answer answer) {
        String message = answer.text();
        Kind kind = answer.status() == 400 && message.contains("API key")
                ? Kind.AUTHENTICATION
                : Failure.kindOf(answer.status());
        Failure plain = Failure.of(kind, "", message, answer);
        Optional<Duration> wait = plain.retryAfter()
                .or(() -> kind == Kind.RATE_LIMITED
                        ? answer.header("x-ratelimit-reset")
                                .filter(seconds -> seconds.matches("\\d{1,6}"))
                                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        : Optional.empty());
        return new Failure(kind, "", message, wait, Optional.empty());
    }
}
