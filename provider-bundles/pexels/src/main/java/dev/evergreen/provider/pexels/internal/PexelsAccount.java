package dev.evergreen.provider.pexels.internal;

import dev.evergreen.kit.http.Authorization;
import dev.evergreen.kit.http.Failure;
import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.http.VendorClient;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.kit.provider.Catalogue;
import dev.evergreen.kit.provider.Settings;
import dev.evergreen.spi.provider.Health;
import dev.evergreen.spi.provider.HealthProbe;
import dev.evergreen.spi.provider.Secrets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A key's client. Its probe looks at one of the curated pictures: searches cost nothing, but are counted. */
final class PexelsAccount implements HealthProbe, AutoCloseable {
    private final VendorClient client;
    private final Catalogue catalogue;
    private final Duration patience;
    private final long hits;

    PexelsAccount(Settings settings, Secrets secrets) {
        this.catalogue = Catalogue.of(settings);
        this.patience = Duration.ofSeconds(settings.whole("timeoutSeconds"));
        this.hits = settings.whole("hits");
        // The bare key: this vendor wants no scheme before it.
        this.client = new VendorClient(new VendorClient.Setup(
                "Pexels",
                settings.address("baseUrl"),
                Set.of(),
                Authorization.header("Authorization", "", secrets, settings.text("apiKey")),
                Map.of(),
                answer -> {
                    // The vendor documents no shape of errors; seen are {"status", "code"} and {"error"}.
                    String message = JsonAnswer.parseObject("error", answer.text())
                            .map(body -> body.text("/error", body.text("/code", "")))
                            .orElse(answer.text());
                    return Failure.of(Failure.kindOf(answer.status()), "", message, answer);
                }));
    }

    VendorClient client() {
        return client;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** How many hits are looked at. */
    long hits() {
        return hits;
    }

    VendorRequest get(String path) {
        return VendorRequest.get(path).within(patience);
    }

    @Override
    public Health probe(Duration timeout) {
        return client.probe(get("v1/curated").query("per_page", "1"), timeout);
    }

    @Override
    public void close() {
        client.close();
    }
}
